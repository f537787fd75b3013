package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.Discount;
import dev.aisle.algorithms.evaluate.GradedNdcg;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.compute.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred lists of LensKit 3 with the values that it took of them. */
class LensKitListsTest {
    private static List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(Shared.path("vectors/reco/lenskit/" + name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void ndcgOfRatingsAndReciprocalRankAreMet() throws IOException {
        Map<String, TreeMap<Integer, Integer>> lists = new HashMap<>();
        for (String[] row : rows("topn-java-recs.csv")) {
            lists.computeIfAbsent(row[0] + " " + row[1], key -> new TreeMap<>())
                    .put(Integer.valueOf(row[2]), Integer.valueOf(row[3]));
        }
        Map<String, Map<Integer, Double>> truth = new HashMap<>();
        for (String[] row : rows("topn-java-truth.csv")) {
            truth.computeIfAbsent(row[0], key -> new LinkedHashMap<>())
                    .put(Integer.valueOf(row[1]), Double.valueOf(row[2]));
        }
        List<String[]> expected = rows("topn-java-metrics.csv");

        assertThat(expected).hasSize(100).allSatisfy(row -> {
            Map<Integer, Double> rated = truth.get(row[1]);
            int[] shown = lists.getOrDefault(row[0] + " " + row[1], new TreeMap<>()).values().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] gains = IntStream.of(shown)
                    .mapToDouble(item -> rated.getOrDefault(item, 0.0))
                    .toArray();
            double[] all =
                    rated.values().stream().mapToDouble(Double::doubleValue).toArray();
            int[] right = rated.keySet().stream().mapToInt(Integer::intValue).toArray();
            int length = Math.max(shown.length, all.length);

            assertThat(GradedNdcg.of(gains, all, length, Discount.JARVELIN))
                    .isCloseTo(Double.parseDouble(row[2]), within(1e-9));
            assertThat(AccuracyMetric.MRR.of(JudgedList.of(shown, right), length))
                    .isCloseTo(Double.parseDouble(row[3]), within(1e-9));
        });
    }
}
