package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.TopK;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a model that learned from what happened before a moment by what the same people took up after it: products that were new to
 * them. At most two thousand people, evenly spread, are asked; those who choose the mix of a model aren't, see {@link #choosesMixes}.
 */
public final class HoldOut {
    private static final int CUTOFF = 20;
    private static final int PEOPLE = 2_000;
    private static final int CHOOSE_ONE_OF = 3;

    private static final String USUAL_LIST = "blend";

    private final TrainingSet set;
    private final long moment;
    private final String[] productIds;
    private final Interactions before;
    private final Interactions after;
    private final List<Integer> people;

    /** A hold-out of what happened from the moment on. */
    public HoldOut(TrainingSet set, long moment) {
        this.set = set;
        this.moment = moment;
        this.productIds = set.productIds();
        this.before = set.people(Long.MIN_VALUE, moment);
        this.after = set.people(moment, Long.MAX_VALUE);
        this.people = askable();
    }

    /** How many people can be asked. */
    public int size() {
        return people.size();
    }

    /** How many places of a list are judged. */
    public static int cutoff() {
        return CUTOFF;
    }

    /** The metric that {@link #usualLists} gives. */
    public static String metric() {
        return AccuracyMetric.NDCG.label() + "@" + CUTOFF;
    }

    /** Whether a person is one of the third by whom mixes are chosen: then the gate judges a choice by others than those it was made by. */
    public static boolean choosesMixes(int person) {
        return person % CHOOSE_ONE_OF == CHOOSE_ONE_OF - 1;
    }

    /** nDCG@20 of the list that most placements get, one value a person, by any model: products that it doesn't know stand last. */
    public double[] usualLists(TrainedModel model) {
        return lists(model, model.mixAt(PlacementKind.USUAL));
    }

    /** The same of the lists of any mix. */
    public double[] lists(TrainedModel model, Mix mix) {
        Numbering numbering = new Numbering(productIds, model);
        return people.stream()
                .mapToDouble(
                        person -> AccuracyMetric.NDCG.of(judged(person, scores(person, model, mix, numbering)), CUTOFF))
                .toArray();
    }

    /** The lists that most placements get, one a person. */
    public List<HeldOutList> listsOf(TrainedModel model) {
        Mix mix = model.mixAt(PlacementKind.USUAL);
        Numbering numbering = new Numbering(productIds, model);
        return people.stream()
                .map(person -> new HeldOutList(person, judged(person, scores(person, model, mix, numbering))))
                .toList();
    }

    private float[] scores(int person, TrainedModel model, Mix mix, Numbering numbering) {
        return numbering.ofSet(mix.blend(model, asked(person, model, numbering)).scores());
    }

    private Asked asked(int person, TrainedModel model, Numbering numbering) {
        History history = numbering.ofModel(before.history(person));
        NetworkModel network = model.network();
        return new Asked(
                history,
                last(person, model.sessions().last(), numbering),
                history,
                History.empty(),
                network == null
                        ? History.empty()
                        : last(person, network.network().window(), numbering));
    }

    private History last(int person, int most, Numbering numbering) {
        return History.of(numbering.known(set.lastOf(person, moment, most)));
    }

    /** {@code algorithm.metric@20} → mean over the people; empty when nobody took up anything new. */
    public Map<String, Double> judge(TrainedModel model, Progress progress) {
        Numbering numbering = new Numbering(productIds, model);
        Map<String, Mix> rankings = new LinkedHashMap<>();
        rankings.put("popularity", new Mix(0, 0, 0, 0, 0, 1));
        rankings.put("itemknn", new Mix(1, 0, 0, 0, 0, 0));
        rankings.put("ials", new Mix(0, 0, 0, 1, 0, 0));
        rankings.put("sessionknn", new Mix(0, 0, 1, 0, 0, 0));
        NetworkModel network = model.network();
        if (network != null) {
            rankings.put(network.network().name(), new Mix(0, 0, 0, 0, 0, 0, 1));
        }
        rankings.put(USUAL_LIST, model.mixAt(PlacementKind.USUAL));
        Map<String, Double> metrics = new LinkedHashMap<>();
        rankings.forEach((name, mix) -> {
            List<JudgedList> lists = people.stream()
                    .map(person -> judged(person, scores(person, model, mix, numbering)))
                    .toList();
            progress.step(metrics.size() / 2 + 1, rankings.size());
            put(metrics, name, lists, AccuracyMetric.RECALL);
            put(metrics, name, lists, AccuracyMetric.NDCG);
        });
        return metrics;
    }

    private static void put(Map<String, Double> metrics, String name, List<JudgedList> lists, AccuracyMetric metric) {
        lists.stream()
                .mapToDouble(list -> metric.of(list, CUTOFF))
                .average()
                .ifPresent(mean -> metrics.put(name + "." + metric.label() + "@" + CUTOFF, mean));
    }

    private List<Integer> askable() {
        List<Integer> candidates = new ArrayList<>();
        for (int person = 0; person < before.userCount(); person++) {
            if (!choosesMixes(person) && before.countOf(person) > 0 && truth(person).length > 0) {
                candidates.add(person);
            }
        }
        return spread(candidates, PEOPLE);
    }

    /** At most so many of them, evenly spread. */
    public static <T> List<T> spread(List<T> all, int most) {
        int step = Math.max(1, all.size() / most);
        List<T> some = new ArrayList<>();
        for (int place = 0; place < all.size() && some.size() < most; place += step) {
            some.add(all.get(place));
        }
        return some;
    }

    private JudgedList judged(int person, float[] scores) {
        int[] shown = TopK.select(scores, CUTOFF, known(person)).stream()
                .mapToInt(scored -> scored.item())
                .toArray();
        return JudgedList.of(shown, truth(person));
    }

    private int[] truth(int person) {
        BitSet fresh = items(after, person);
        fresh.andNot(known(person));
        return fresh.stream().toArray();
    }

    private BitSet known(int person) {
        return items(before, person);
    }

    private static BitSet items(Interactions interactions, int person) {
        BitSet items = new BitSet();
        for (int place = interactions.start(person); place < interactions.start(person + 1); place++) {
            items.set(interactions.item(place));
        }
        return items;
    }
}
