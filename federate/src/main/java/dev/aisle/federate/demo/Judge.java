package dev.aisle.federate.demo;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.federate.demo.Shops.Person;
import java.util.BitSet;
import java.util.List;

/**
 * Asks models for what was hidden of the people inside; every product of the data set is a candidate but those already taken.
 *
 * @param shops what is known
 */
record Judge(Shops shops) {
    private static final int K = 20;
    private static final int SAMPLES = 1000;

    /**
     * How well a shop's, or everybody's, people were served.
     *
     * @param recalls one a person
     * @param ndcgs one a person
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record Served(double[] recalls, double[] ndcgs) {
        Estimate recall() {
            return mean(recalls);
        }

        Estimate ndcg() {
            return mean(ndcgs);
        }

        private static Estimate mean(double[] values) {
            return new Bootstrap(values.length, SAMPLES, 1).mean(values);
        }
    }

    /** Which model a shop uses. */
    @FunctionalInterface
    interface Models {
        AlsModel of(int shop);
    }

    Served judge(Models models) {
        List<Person> asked = shops.people().stream().filter(Person::inside).toList();
        double[] recalls = new double[asked.size()];
        double[] ndcgs = new double[asked.size()];
        for (int n = 0; n < asked.size(); n++) {
            Person person = asked.get(n);
            JudgedList list = JudgedList.of(recommended(models.of(person.shop()), person), person.hidden());
            recalls[n] = AccuracyMetric.RECALL.of(list, K);
            ndcgs[n] = AccuracyMetric.NDCG.of(list, K);
        }
        return new Served(recalls, ndcgs);
    }

    private static int[] recommended(AlsModel model, Person person) {
        BitSet known = new BitSet();
        for (int item : person.known()) {
            known.set(item);
        }
        return model.top(Shops.history(person), K, known).stream()
                .mapToInt(ScoredItem::item)
                .toArray();
    }
}
