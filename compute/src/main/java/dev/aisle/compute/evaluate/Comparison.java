package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.Evaluated;
import dev.aisle.algorithms.evaluate.Evaluation;
import dev.aisle.algorithms.evaluate.Grouping;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.Panel;
import dev.aisle.algorithms.recommend.History;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits an algorithm, asks it for a list for everybody who took something afterwards, and takes the metrics. */
final class Comparison {
    private static final int SAMPLES = 200;

    private final Dataset data;
    private final int[] cutoffs;
    private final Evaluation evaluation;
    private final Slices slices;
    private final long seed;
    private final PrintStream err;
    private final List<Case> cases;
    private final int[] known;

    Comparison(Dataset data, int[] cutoffs, long seed, PrintStream err) {
        this.data = data;
        this.cutoffs = cutoffs;
        this.seed = seed;
        this.err = err;
        this.cases = data.cases();
        this.known = Slices.known(data);
        Catalogue catalogue =
                Catalogue.of(data.train().usersPerItem(), data.train().userCount());
        ItemTraits traits = Traits.of(data);
        this.evaluation = new Evaluation(catalogue, traits, SAMPLES, seed);
        this.slices = Slices.of(data, catalogue, traits);
    }

    Result run(AlgorithmSpec spec) {
        PeakMemory memory = PeakMemory.start();
        Recommendation answers = Recommendation.of(data, spec, cutoffs, err);
        long peak = memory.bytes();
        Evaluated evaluated = evaluation.of(panel(answers.lists()), cutoffs);
        Map<String, Outcome> metrics = new LinkedHashMap<>(evaluated.at(known).outcomes());
        metrics.putAll(RatingErrors.of(answers.ratings(), SAMPLES, seed));
        return new Result(
                spec,
                answers.fitSeconds(),
                answers.recommendSeconds(),
                peak,
                metrics,
                slices.of(evaluated),
                values(evaluated));
    }

    private Panel panel(List<JudgedList> lists) {
        List<JudgedList> judged = new ArrayList<>();
        for (int place = 0; place < lists.size(); place++) {
            History history = cases.get(place).known();
            judged.add(lists.get(place)
                    .from(IntStream.range(0, history.size()).map(history::item).toArray()));
        }
        return new Panel(judged, Slices.people(data), groups());
    }

    private Optional<Grouping> groups() {
        List<String> names = cases.stream()
                .map(Case::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Grouping.of(
                        cases.stream()
                                .mapToInt(one -> names.indexOf(one.group()))
                                .toArray(),
                        names));
    }

    /** The values that algorithms are compared by, of everybody but newcomers. */
    private Map<String, double[]> values(Evaluated evaluated) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String name : Report.COMPARED) {
            String metric = name + "@" + cutoffs[cutoffs.length / 2];
            evaluated.values(metric).ifPresent(all -> {
                double[] ofKnown = new double[all.length];
                Arrays.fill(ofKnown, Double.NaN);
                for (int place : known) {
                    ofKnown[place] = all[place];
                }
                values.put(metric, ofKnown);
            });
        }
        return values;
    }
}
