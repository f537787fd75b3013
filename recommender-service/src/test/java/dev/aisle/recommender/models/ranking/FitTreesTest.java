package dev.aisle.recommender.models.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.ranking.ItemScore;
import dev.aisle.algorithms.ranking.PositionBias;
import dev.aisle.algorithms.ranking.RankingComparison;
import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.recommender.models.ranking.FitTrees.Growth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class FitTreesTest {
    private static final int WIDTH = 12;
    private static final ItemScore BLEND = ItemScore.feature(FeatureNames.ALL.indexOf(FeatureNames.BLEND));

    @Test
    void theWalkGivesWhatTheLibraryPredictsAlsoForWhatIsNotKnown() throws XGBoostError {
        int rows = 600;
        float[] cells = cells(rows);
        Booster booster = booster(cells, rows);

        TreeEnsemble trees = BoosterTrees.read(booster.toByteArray("json"), WIDTH);
        float[][] predicted = booster.predict(new DMatrix(cells, rows, WIDTH, Float.NaN), true);

        assertThat(trees.treeCount()).isEqualTo(100);
        for (int row = 0; row < rows; row++) {
            float[] features = new float[WIDTH];
            System.arraycopy(cells, row * WIDTH, features, 0, WIDTH);
            assertThat((double) trees.score(features)).as("row %s", row).isCloseTo(predicted[row][0], within(1e-5));
        }
    }

    private static Booster booster(float[] cells, int rows) throws XGBoostError {
        float[] labels = new float[rows];
        int[] lists = new int[rows / 10];
        for (int row = 0; row < rows; row++) {
            labels[row] = Float.isNaN(cells[row * WIDTH]) ? 0.3f : Math.abs(cells[row * WIDTH]);
            lists[row / 10] = 10;
        }
        DMatrix matrix = new DMatrix(cells, rows, WIDTH, Float.NaN);
        matrix.setLabel(labels);
        matrix.setGroup(lists);
        return XGBoost.train(
                matrix,
                Map.of("objective", "rank:ndcg", "ndcg_exp_gain", false, "max_depth", 6, "base_score", 0.25),
                100,
                Map.of(),
                null,
                null);
    }

    /** A fifth isn't known. */
    private static float[] cells(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        float[] cells = new float[rows * WIDTH];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        return cells;
    }

    @Test
    void treesOfWeightedClicksOrderBetterThanTheBlendAndThanTreesOfRawClicks() {
        SimulatedShoppers shoppers = new SimulatedShoppers(1, 11);
        List<ShownList> clicked = shoppers.clicked(6_000, Instant.EPOCH);
        List<ShownList> truth = shoppers.truth(1_500);
        PositionBias bias = PositionBias.estimate(clicked, BLEND);

        TreeEnsemble weighted = new FitTrees(Growth.USUAL).fit(clicked, bias);
        TreeEnsemble raw = new FitTrees(Growth.USUAL).fit(clicked, PositionBias.none());

        RankingComparison besideBlend = compared(truth, weighted, BLEND);
        RankingComparison besideRaw = compared(truth, weighted, raw);
        print("nDCG of what is truly wanted, trees of weighted clicks", besideBlend.first());
        print("… trees of raw clicks", besideRaw.second());
        print("… the blend", besideBlend.second());
        print("… weighted − raw", besideRaw.difference());
        print("… weighted − blend", besideBlend.difference());
        assertThat(besideBlend.firstIsBetter()).isTrue();
        assertThat(besideRaw.firstIsBetter()).isTrue();
        printSpeed(weighted, truth);
    }

    @Test
    void howShoppersLookAtPlacesIsFound() {
        SimulatedShoppers shoppers = new SimulatedShoppers(1, 13);

        PositionBias bias = PositionBias.estimate(shoppers.clicked(12_000, Instant.EPOCH), BLEND);

        double farthest = 0;
        for (int position = 1; position <= 12; position++) {
            assertThat(bias.at(position))
                    .as("place %s", position)
                    .isCloseTo(shoppers.examination(position), within(0.04));
            farthest = Math.max(farthest, Math.abs(bias.at(position) - shoppers.examination(position)));
        }
        System.out.printf("FIGURE examination of 12 places from 12,000 lists: farthest off %.3f%n", farthest);
    }

    /** What the weighted clicks say of two orders is what is true of them; what raw clicks say isn't. */
    @Test
    void heldOutClicksJudgeAnOrderAsTheTruthDoes() {
        SimulatedShoppers shoppers = new SimulatedShoppers(1, 17);
        List<ShownList> clicked = shoppers.clicked(20_000, Instant.EPOCH);
        PositionBias known = new PositionBias(
                IntStream.rangeClosed(1, 12).mapToDouble(shoppers::examination).toArray());
        ItemScore interest = ItemScore.feature(FeatureNames.ALL.indexOf("interest"));

        RankingComparison weighted = RankingComparison.of(clicked, interest, BLEND, known, 300, 1);
        RankingComparison raw = RankingComparison.of(clicked, interest, BLEND, PositionBias.none(), 300, 1);

        print("interest − blend by weighted clicks", weighted.difference());
        print("interest − blend by raw clicks", raw.difference());
        assertThat(weighted.firstIsBetter()).isTrue();
        assertThat(raw.difference().high()).isNegative();
    }

    @Test
    void withoutTheNativeLibraryTheReasonSaysWhatToInstall() throws Exception {
        Process alone = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dxgboostruntime.native.xgboost4j=/nowhere/libxgboost4j.so",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FitTreesAlone.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(alone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("native library of XGBoost can't be loaded", "libgomp", "/nowhere/libxgboost4j.so");
        assertThat(alone.waitFor()).isZero();
    }

    @Test
    void treesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> BoosterTrees.read("{".getBytes(StandardCharsets.UTF_8), WIDTH))
                .isInstanceOf(UnfittableTreesException.class)
                .hasMessageContaining("can't be read");
    }

    private static RankingComparison compared(List<ShownList> truth, ItemScore first, ItemScore second) {
        return RankingComparison.of(truth, first, second, PositionBias.none(), 1_000, 1);
    }

    private static void print(String what, Estimate estimate) {
        System.out.printf("FIGURE %s: %.4f [%.4f, %.4f]%n", what, estimate.value(), estimate.low(), estimate.high());
    }

    private static void printSpeed(TreeEnsemble trees, List<ShownList> lists) {
        float[][] candidates = lists.stream()
                .flatMap(list -> List.of(list.features()).stream())
                .limit(200)
                .toArray(float[][]::new);
        long least = Long.MAX_VALUE;
        float sum = 0;
        for (int round = 0; round < 3_000; round++) {
            long began = System.nanoTime();
            for (float[] candidate : candidates) {
                sum += trees.score(candidate);
            }
            least = Math.min(least, System.nanoTime() - began);
        }
        System.out.printf(
                "FIGURE 200 candidates x %d trees: %.0f us (least of 3,000; sum %.1f)%n",
                trees.treeCount(), least / 1e3, sum);
    }
}
