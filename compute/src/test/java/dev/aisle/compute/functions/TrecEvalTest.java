package dev.aisle.compute.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.compute.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The output of trec_eval for its own test files, as far as it measures what is measured here. */
class TrecEvalTest {
    private static final int ALL = 1_000;

    private final List<JudgedList> lists = lists();

    private static List<JudgedList> lists() {
        Map<String, List<String>> run = TrecFiles.run(Shared.path("vectors/reco/trec_eval/results.test"), "run");
        Map<String, List<String>> truth =
                TrecFiles.judgements(Shared.path("vectors/reco/trec_eval/qrels.test"), "truth");
        Map<String, Integer> numbers = new HashMap<>();
        return run.entrySet().stream()
                .map(one -> JudgedList.of(indexes(numbers, one.getValue()), indexes(numbers, truth.get(one.getKey()))))
                .toList();
    }

    private static int[] indexes(Map<String, Integer> numbers, List<String> documents) {
        return documents.stream()
                .mapToInt(document -> numbers.computeIfAbsent(document, ignored -> numbers.size()))
                .toArray();
    }

    private static Map<String, Double> expected() throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Shared.path("vectors/reco/trec_eval/out.test.a"))) {
            String[] cells = line.trim().split("\\s+", -1);
            if (!cells[0].equals("runid")) {
                values.put(cells[0], Double.valueOf(cells[2]));
            }
        }
        return values;
    }

    private double mean(ToDoubleFunction<JudgedList> metric) {
        return lists.stream().mapToDouble(metric).average().orElseThrow();
    }

    @Test
    void everyCutOfEveryMetricIsMet() throws IOException {
        Map<String, Double> expected = expected();

        for (int k : new int[] {5, 10, 15, 20, 30, 100, 200, 500, 1000}) {
            is(expected, "P_" + k, list -> AccuracyMetric.PRECISION.of(list, k));
            is(expected, "recall_" + k, list -> AccuracyMetric.RECALL.of(list, k));
            is(expected, "ndcg_cut_" + k, list -> AccuracyMetric.NDCG.of(list, k));
            // trec_eval divides by all relevant documents, also where fewer could be shown.
            is(
                    expected,
                    "map_cut_" + k,
                    list -> AccuracyMetric.MAP.of(list, k) * Math.min(k, list.relevant()) / list.relevant());
        }
        for (int k : new int[] {1, 5, 10}) {
            is(expected, "success_" + k, list -> AccuracyMetric.HIT_RATE.of(list, k));
        }
        is(expected, "map", list -> AccuracyMetric.MAP.of(list, ALL));
        is(expected, "ndcg", list -> AccuracyMetric.NDCG.of(list, ALL));
        is(expected, "recip_rank", list -> AccuracyMetric.MRR.of(list, ALL));
        is(expected, "Rprec", list -> AccuracyMetric.R_PRECISION.of(list, ALL));
    }

    private void is(Map<String, Double> expected, String name, ToDoubleFunction<JudgedList> metric) {
        assertThat(mean(metric)).as(name).isCloseTo(expected.get(name), within(5e-5 + 1e-12));
    }

    @Test
    void theCountsAreMet() throws IOException {
        Map<String, Double> expected = expected();

        assertThat(lists).hasSize(expected.get("num_q").intValue());
        assertThat(lists.stream().mapToInt(JudgedList::relevant).sum())
                .isEqualTo(expected.get("num_rel").intValue());
        assertThat(lists.stream().mapToInt(list -> list.hits(ALL)).sum())
                .isEqualTo(expected.get("num_rel_ret").intValue());
    }
}
