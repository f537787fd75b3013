package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.ItemScore;
import dev.aisle.algorithms.ranking.PositionBias;
import dev.aisle.algorithms.ranking.RankingComparison;
import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.recommender.models.ranking.FitTrees.Growth;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The table of decision 28: ways to learn from clicks, judged by what simulated shoppers truly want. Takes some minutes. */
final class PositionBiasTrial {
    private static final ItemScore BLEND = ItemScore.feature(FeatureNames.ALL.indexOf(FeatureNames.BLEND));
    private static final Growth DEEPER = new Growth(100, 4, 0.1, 1, 2, Growth.USUAL.seed());
    private static final int PLACES = 12;

    private PositionBiasTrial() {}

    public static void main(String[] args) {
        for (double habit : new double[] {0.5, 1}) {
            for (int lists : new int[] {4_000, 20_000}) {
                judge(habit, lists);
            }
        }
    }

    private static void judge(double habit, int count) {
        SimulatedShoppers shoppers = new SimulatedShoppers(habit, 7);
        List<ShownList> lists = shoppers.clicked(count, Instant.EPOCH);
        List<ShownList> truth = shoppers.truth(2_000);
        System.out.printf("habit %.1f, %d lists%n", habit, count);
        ways(shoppers, lists).forEach((name, trees) -> {
            RankingComparison compared = RankingComparison.of(truth, trees, BLEND, PositionBias.none(), 300, 1);
            System.out.printf(
                    "  %-28s %.4f [%.4f, %.4f], blend %.4f%n",
                    name,
                    compared.first().value(),
                    compared.first().low(),
                    compared.first().high(),
                    compared.second().value());
        });
    }

    private static Map<String, TreeEnsemble> ways(SimulatedShoppers shoppers, List<ShownList> lists) {
        PositionBias none = PositionBias.none();
        PositionBias estimated = PositionBias.estimate(lists, BLEND);
        PositionBias known = new PositionBias(IntStream.rangeClosed(1, PLACES)
                .mapToDouble(shoppers::examination)
                .toArray());
        Map<String, TreeEnsemble> ways = new LinkedHashMap<>();
        ways.put("raw clicks", new FitTrees(DEEPER).fit(lists, none));
        ways.put("the library's own way", new FitTrees(DEEPER, Map.of("lambdarank_unbiased", true)).fit(lists, none));
        ways.put("estimated, depth 4", new FitTrees(DEEPER).fit(lists, estimated));
        ways.put("estimated, depth 3", new FitTrees(Growth.USUAL).fit(lists, estimated));
        ways.put("known, depth 4", new FitTrees(DEEPER).fit(lists, known));
        return ways;
    }
}
