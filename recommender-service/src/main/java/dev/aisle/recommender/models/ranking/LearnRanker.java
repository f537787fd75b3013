package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.artefact.Fingerprint;
import dev.aisle.algorithms.ranking.ItemScore;
import dev.aisle.algorithms.ranking.PositionBias;
import dev.aisle.algorithms.ranking.RankingComparison;
import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.ranking.FitTrees.Growth;
import dev.aisle.recommender.models.ranking.RankerReport.Lists;
import dev.aisle.recommender.models.store.ModelInUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Learns a ranker from the older of the lists that people were shown, or would have been shown while there are too few, and judges it beside the blend on
 * the newest days. Only a ranker that is better beyond chance may serve: docs/decisions/0028.
 */
public final class LearnRanker {
    private static final Logger LOG = Logger.getLogger(LearnRanker.class);
    private static final int SAMPLES = 1_000;
    private static final int REPORTED_PLACES = 20;

    private final RankingExamples examples;
    private final ReplayedLists replayed;
    private final ModelInUse inUse;
    private final RankerConfig config;

    /** Learns from these. */
    public LearnRanker(RankingExamples examples, ReplayedLists replayed, ModelInUse inUse, RankerConfig config) {
        this.examples = examples;
        this.replayed = replayed;
        this.inUse = inUse;
        this.config = config;
    }

    /**
     * What came of it.
     *
     * @param ranker {@code null} when the blend serves
     */
    public record Learned(@Nullable LearnedRanker ranker, RankerReport report) {}

    /**
     * Learns from the lists before a moment. A ranker that can't be had is no failure of a training: the report says why.
     *
     * @param past of whose lists is learned while too few were shown; {@code null} when there is none
     */
    public Learned learn(Instant now, @Nullable PastModel past) {
        if (!config.learn()) {
            return without("aisle.ranking.learn is off", new Lists(0, 0));
        }
        List<ShownList> lists = newest(now);
        int clicked = clicked(lists);
        if (clicked >= config.leastLists()) {
            return learned(new Basis(RankerReport.SHOWN, lists));
        }
        String few = clicked + " lists with a click, " + config.leastLists() + " are needed";
        if (past == null || config.mostReplayed() == 0) {
            return without(few, new Lists(lists.size(), clicked));
        }
        List<ShownList> replay = new ArrayList<>();
        replayed.of(past, config.mostReplayed(), replay::add);
        int taken = clicked(replay);
        return taken >= config.leastReplayed()
                ? learned(new Basis(RankerReport.REPLAYED, replay))
                : without(
                        few + "; " + taken + " replayed lists in which something was taken, " + config.leastReplayed()
                                + " are needed",
                        new Lists(lists.size(), clicked));
    }

    /** What is learned from. */
    private record Basis(String name, List<ShownList> lists) {
        Lists counts() {
            return new Lists(lists.size(), clicked(lists));
        }

        /** Of a list that nobody was shown every place was looked at alike. */
        PositionBias bias(List<ShownList> older, ItemScore... orders) {
            return name.equals(RankerReport.SHOWN) ? PositionBias.estimate(older, orders) : PositionBias.none();
        }
    }

    private Learned learned(Basis basis) {
        Split split = Split.of(basis.lists());
        if (clicked(split.older()) == 0 || clicked(split.newer()) == 0) {
            return without("all clicks of the " + basis.name() + " fell on one side of the hold-out", basis.counts());
        }
        try {
            return judged(split, basis);
        } catch (UnfittableTreesException e) {
            LOG.errorf(e, "No ranker was learned: %s", e.getMessage());
            return without(String.valueOf(e.getMessage()), basis.counts());
        }
    }

    private Learned judged(Split split, Basis basis) {
        Growth usual = Growth.USUAL;
        Growth growth = new Growth(
                config.trees(), config.depth(), usual.rate(), usual.leastWeight(), config.threads(), usual.seed());
        ItemScore blend = ItemScore.feature(FeatureNames.ALL.indexOf(FeatureNames.BLEND));
        PositionBias bias = basis.bias(split.older(), orders(blend));
        TreeEnsemble trees = new FitTrees(growth).fit(split.older(), bias);
        RankingComparison compared = RankingComparison.of(split.newer(), trees, blend, bias, SAMPLES, growth.seed());
        LearnedRanker ranker = new LearnedRanker(
                version(split.older(), growth),
                FeatureNames.VERSION,
                FeatureNames.ALL,
                trees,
                Map.of(
                        "growth", growth.toString(),
                        "basis", basis.name(),
                        "lists", String.valueOf(split.older().size()),
                        "listsWithClick", String.valueOf(clicked(split.older())),
                        "learnedUntil", Instant.ofEpochMilli(split.moment()).toString()));
        boolean better = compared.firstIsBetter();
        RankerReport report = RankerReport.of(
                better ? ranker.version() : RankerReport.BLEND,
                explanation(better, basis, compared),
                basis.name(),
                basis.counts(),
                compared,
                Arrays.stream(bias.first(REPORTED_PLACES)).boxed().toList());
        return new Learned(better ? ranker : null, report);
    }

    /** Lists were ordered by the blend, and some by the ranker that serves. */
    private ItemScore[] orders(ItemScore blend) {
        TrainedModel serving = inUse.get();
        LearnedRanker before = serving == null ? null : serving.ranker();
        return before != null && before.knows(FeatureNames.VERSION, FeatureNames.ALL)
                ? new ItemScore[] {blend, before.trees()}
                : new ItemScore[] {blend};
    }

    private static String explanation(boolean better, Basis basis, RankingComparison compared) {
        return String.format(
                Locale.ROOT,
                "%s: nDCG %.4f of the ranker, %.4f of the blend, difference %.4f [%.4f, %.4f] on %d lists with a click (%s)",
                better ? "The ranker is better" : "The ranker isn't better beyond chance",
                compared.first().value(),
                compared.second().value(),
                compared.difference().value(),
                compared.difference().low(),
                compared.difference().high(),
                compared.lists(),
                basis.name());
    }

    private static Learned without(String why, Lists lists) {
        return new Learned(null, RankerReport.without("The blend serves: " + why + ".", lists));
    }

    /** Day by day backwards, so that no more is read than is used. */
    private List<ShownList> newest(Instant now) {
        List<ShownList> lists = new ArrayList<>();
        Instant first = now.minus(config.history());
        Instant until = now;
        while (until.isAfter(first) && lists.size() < config.mostLists()) {
            Instant dayBefore = until.minus(Duration.ofDays(1));
            Instant from = dayBefore.isBefore(first) ? first : dayBefore;
            List<ShownList> ofDay = new ArrayList<>();
            examples.between(from, until, ofDay::add);
            lists.addAll(ofDay.reversed().stream().filter(LearnRanker::known).toList());
            until = from;
        }
        return lists;
    }

    /** Whether the features are as many as the service has. */
    private static boolean known(ShownList list) {
        return list.size() > 0 && list.features()[0].length == FeatureNames.ALL.size();
    }

    private static int clicked(List<ShownList> lists) {
        return (int) lists.stream().filter(ShownList::hasGain).count();
    }

    private static String version(List<ShownList> lists, Growth growth) {
        Fingerprint fingerprint =
                new Fingerprint().add(growth.toString().chars().toArray());
        for (ShownList list : lists) {
            fingerprint.add(list.shownAt()).add(list.positions()).add(list.gains());
            for (float[] row : list.features()) {
                fingerprint.add(row);
            }
        }
        return "lambdamart-" + fingerprint.hex().substring(0, 12);
    }
}
