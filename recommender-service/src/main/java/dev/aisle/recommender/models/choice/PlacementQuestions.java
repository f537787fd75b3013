package dev.aisle.recommender.models.choice;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.Numbering;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.SourceScores;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSet.Taken;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What would have been asked after a moment at a kind of placement, one question a person, and what the person took up then that was new to him or her.
 * <ul>
 * <li>usual: the history before the moment; everything new after it is to be found.
 * <li>product: the first product after the moment is the page; everything new that follows is to be found.
 * <li>cart: the first purchase of two products or more after the moment; the first half of it lies in the cart, the new ones of the rest are to be found.
 * </ul>
 */
final class PlacementQuestions {
    /** So many people are asked at most, evenly spread: it bounds what a training spends on this. */
    static final int MOST = 500;

    /** Of so many it is looked whether there is a question at all. */
    private static final int LOOKED_AT = 6 * MOST;

    private static final int CUTOFF = 20;

    private final TrainingSet set;
    private final long moment;
    private final List<Question> questions;

    /**
     * One question.
     *
     * @param last products, each once, the oldest first
     * @param ofPage how many at its end stand on the page or in the cart
     * @param known what isn't to be found any more
     * @param truth what is to be found
     */
    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Question(int[] last, int ofPage, History basket, BitSet known, int[] truth) {}

    /** @param asked which people may be asked, by their number */
    PlacementQuestions(TrainingSet set, long moment, PlacementKind kind, IntPredicate asked) {
        this.set = set;
        this.moment = moment;
        List<Integer> active =
                Arrays.stream(set.activeFrom(moment)).filter(asked).boxed().toList();
        this.questions = HoldOut.spread(
                HoldOut.spread(active, LOOKED_AT).stream()
                        .map(person -> question(person, kind))
                        .flatMap(Optional::stream)
                        .filter(question -> question.truth().length > 0)
                        .toList(),
                MOST);
    }

    private Optional<Question> question(int person, PlacementKind kind) {
        List<Taken> rows = set.takenBy(person);
        int first = 0;
        BitSet known = new BitSet();
        while (first < rows.size() && rows.get(first).time() < moment) {
            known.set(rows.get(first++).item());
        }
        List<Taken> after = rows.subList(first, rows.size());
        int[] before = set.lastOf(person, moment, Asked.LONGEST);
        return switch (kind) {
            case USUAL ->
                before.length == 0 ? Optional.empty() : Optional.of(asked(before, new int[0], false, known, after));
            case PRODUCT ->
                Optional.of(asked(before, new int[] {after.getFirst().item()}, false, known, after));
            case CART -> cart(before, known, after);
        };
    }

    private static Optional<Question> cart(int[] before, BitSet known, List<Taken> after) {
        for (Taken row : after) {
            List<Taken> basket = after.stream()
                    .filter(other -> row.basket() >= 0 && other.basket() == row.basket())
                    .toList();
            int[] bought = basket.stream().mapToInt(Taken::item).distinct().toArray();
            if (bought.length > 1) {
                int[] cart = Arrays.copyOf(bought, (bought.length + 1) / 2);
                return Optional.of(asked(before, cart, true, known, basket));
            }
        }
        return Optional.empty();
    }

    private static Question asked(int[] before, int[] page, boolean inCart, BitSet known, List<Taken> after) {
        int[] last = IntStream.concat(
                        Arrays.stream(before).filter(item -> Arrays.stream(page).noneMatch(on -> on == item)),
                        Arrays.stream(page))
                .toArray();
        BitSet notAsked = (BitSet) known.clone();
        Arrays.stream(page).forEach(notAsked::set);
        int[] truth = after.stream()
                .mapToInt(Taken::item)
                .filter(item -> !notAsked.get(item))
                .distinct()
                .toArray();
        return new Question(last, page.length, inCart ? History.of(page) : History.empty(), notAsked, truth);
    }

    int size() {
        return questions.size();
    }

    static String metric() {
        return AccuracyMetric.NDCG.label() + "@" + CUTOFF;
    }

    /** nDCG@20 of each mix, one value a question. */
    List<double[]> judge(TrainedModel model, List<NamedMix> mixes) {
        Numbering numbering = new Numbering(set.productIds(), model);
        List<double[]> values =
                mixes.stream().map(mix -> new double[questions.size()]).toList();
        for (int number = 0; number < questions.size(); number++) {
            Question question = questions.get(number);
            SourceScores scores = new SourceScores(
                    model,
                    Asked.of(
                            model,
                            numbering.known(question.last()),
                            numbering.knownAtEnd(question.last(), question.ofPage()),
                            numbering.ofModel(question.basket())));
            for (int mix = 0; mix < mixes.size(); mix++) {
                values.get(mix)[number] =
                        ndcg(question, numbering, mixes.get(mix).mix(), scores);
            }
        }
        return values;
    }

    private static double ndcg(Question question, Numbering numbering, Mix mix, SourceScores scores) {
        int[] shown = TopK.select(numbering.ofSet(mix.blend(scores).scores()), CUTOFF, question.known()).stream()
                .mapToInt(scored -> scored.item())
                .toArray();
        return AccuracyMetric.NDCG.of(JudgedList.of(shown, question.truth()), CUTOFF);
    }
}
