package dev.aisle.algorithms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricVectorsTest {
    private static final JsonNode VECTORS = Vectors.json("metric_vectors.json");

    private static double value(Map<String, Outcome> outcomes, String name) {
        return ((Outcome.Estimate) outcomes.get(name)).value();
    }

    private static Map<String, Outcome> evaluate(List<JudgedList> lists, Catalogue catalogue, int k) {
        return new Evaluation(catalogue, 20, 1).of(lists, new int[] {k});
    }

    private static int[] ints(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private static Map<Integer, int[]> itemsByUser(JsonNode table, String user, String item) {
        Map<Integer, int[]> grouped = new HashMap<>();
        int[] users = ints(table.get(user));
        int[] items = ints(table.get(item));
        IntStream.of(users)
                .distinct()
                .forEach(u -> grouped.put(
                        u,
                        IntStream.range(0, users.length)
                                .filter(n -> users[n] == u)
                                .map(n -> items[n])
                                .toArray()));
        return grouped;
    }

    @Test
    void theRankingValuesOfRecommendersAreMet() {
        JsonNode ms = VECTORS.get("ms_recommenders");
        Map<Integer, int[]> truth = itemsByUser(ms.get("true"), "user", "item");
        // The file holds the predictions out of order; their scores order them.
        Map<Integer, int[]> lists = byScore(ms.get("pred"));
        List<JudgedList> judged = truth.keySet().stream()
                .map(u -> JudgedList.of(lists.get(u), truth.get(u)))
                .toList();
        JsonNode expected = ms.get("expected_at_10");

        Map<String, Outcome> found = evaluate(judged, Catalogue.withoutPopularity(15), 10);

        assertThat(value(found, "precision@10"))
                .isCloseTo(expected.get("precision").asDouble(), within(1e-5));
        assertThat(value(found, "recall@10")).isCloseTo(expected.get("recall").asDouble(), within(1e-5));
        assertThat(value(found, "ndcg@10"))
                .isCloseTo(expected.get("ndcg_binary").asDouble(), within(1e-5));
        assertThat(value(found, "map@10")).isCloseTo(expected.get("map").asDouble(), within(1e-5));
    }

    private static Map<Integer, int[]> byScore(JsonNode table) {
        int[] users = ints(table.get("user"));
        int[] items = ints(table.get("item"));
        int[] scores = ints(table.get("score"));
        Map<Integer, int[]> lists = new HashMap<>();
        IntStream.of(users)
                .distinct()
                .forEach(u -> lists.put(
                        u,
                        IntStream.range(0, users.length)
                                .filter(n -> users[n] == u)
                                .boxed()
                                .sorted((a, b) -> scores[b] - scores[a])
                                .mapToInt(n -> items[n])
                                .toArray()));
        return lists;
    }

    @Test
    void theDiversityValuesOfRecommendersAreMet() {
        JsonNode diversity = VECTORS.at("/ms_recommenders/diversity");
        int[] counts = new int[6];
        IntStream.of(ints(diversity.at("/train/i"))).forEach(i -> counts[i]++);
        Map<Integer, int[]> lists = itemsByUser(diversity.get("reco"), "u", "i");
        List<JudgedList> judged = lists.values().stream()
                .map(list -> JudgedList.of(list, new int[0]))
                .toList();
        // Their novelty takes shares of interactions, and so must the catalogue here.
        Catalogue catalogue = Catalogue.of(counts, 8);

        Map<String, Outcome> found = evaluate(judged, catalogue, 2);

        assertThat(value(found, "novelty@2")).isCloseTo(diversity.get("novelty").asDouble(), within(1e-5));
        assertThat(value(found, "entropy@2"))
                .isCloseTo(diversity.get("distributional_coverage_entropy_bits").asDouble(), within(1e-4));
        // They count the 5 items of training, and index 0 is none.
        assertThat(value(found, "coverage@2") * 6 / 5)
                .isCloseTo(diversity.get("catalog_coverage").asDouble(), within(1e-9));
    }

    @Test
    void theTopListValuesOfRecBoleAreMet() {
        JsonNode recbole = VECTORS.get("recbole");

        for (int n = 0; n < 4; n++) {
            int[] hits = ints(recbole.get("hits").get(n));
            JudgedList list = judged(hits, recbole.get("n_rel").get(n).asInt());
            assertThat(AccuracyMetric.NDCG.of(list, 3)).isCloseTo(at(recbole, "ndcg@3", n), within(1e-6));
            assertThat(AccuracyMetric.MAP.of(list, 3)).isCloseTo(at(recbole, "map@3_as_coded", n), within(1e-6));
            assertThat(AccuracyMetric.MRR.of(list, 3)).isCloseTo(at(recbole, "mrr@3", n), within(1e-6));
            assertThat(AccuracyMetric.RECALL.of(list, 3)).isCloseTo(at(recbole, "recall@3", n), within(1e-6));
            assertThat(AccuracyMetric.PRECISION.of(list, 3)).isCloseTo(at(recbole, "precision@3", n), within(1e-6));
        }
    }

    private static double at(JsonNode node, String name, int n) {
        return node.get(name).get(n).asDouble();
    }

    /** Shows items 0, 1, 2; of these the hits are right, and so are items from 100 on that were not shown. */
    private static JudgedList judged(int[] hits, int relevant) {
        List<Integer> truth = new ArrayList<>();
        IntStream.range(0, hits.length).filter(i -> hits[i] == 1).forEach(truth::add);
        for (int other = 100; truth.size() < relevant; other++) {
            truth.add(other);
        }
        int[] right = truth.stream().mapToInt(Integer::intValue).toArray();
        return JudgedList.of(IntStream.range(0, hits.length).toArray(), right);
    }

    @Test
    void theExposureValuesOfRecBoleAreMet() {
        JsonNode recbole = VECTORS.get("recbole");
        List<JudgedList> lists = recbole.get("item_matrix")
                .valueStream()
                .map(row ->
                        JudgedList.of(IntStream.of(ints(row)).map(i -> i - 1).toArray(), new int[0]))
                .toList();

        Map<String, Outcome> found = evaluate(lists, Catalogue.withoutPopularity(8), 3);

        assertThat(value(found, "coverage@3"))
                .isEqualTo(recbole.get("item_coverage").asDouble());
        assertThat(value(found, "gini@3")).isCloseTo(recbole.get("gini").asDouble(), within(1e-6));
        assertThat(value(found, "entropy@3") * Math.log(2))
                .isCloseTo(recbole.get("shannon_sum_nats").asDouble(), within(1e-6));
    }

    @Test
    void thePopularityValuesOfRecToolsAreMet() {
        Catalogue miuf = Catalogue.of(new int[] {3, 1, 0}, 3);
        assertThat(PopularityMetric.NOVELTY.of(JudgedList.of(new int[] {2}, new int[0]), 2, miuf))
                .isCloseTo(1.5849625, within(1e-7));
        assertThat(PopularityMetric.NOVELTY.of(JudgedList.of(new int[] {0, 1}, new int[0]), 2, miuf))
                .isCloseTo(0.79248125, within(1e-7));

        Catalogue arp = Catalogue.of(new int[] {3, 2, 1}, 3);
        assertThat(PopularityMetric.AVERAGE_POPULARITY.of(JudgedList.of(new int[] {0, 1}, new int[0]), 3, arp))
                .isEqualTo(2.5);
        assertThat(PopularityMetric.AVERAGE_POPULARITY.of(JudgedList.of(new int[] {2, 1}, new int[0]), 3, arp))
                .isEqualTo(1.5);
    }

    @Test
    void theSerendipityValuesOfRecToolsAreMet() {
        Catalogue catalogue = Catalogue.of(new int[] {3, 2, 0, 0}, 3);

        assertThat(serendipity(catalogue, new int[] {0, 1}, new int[] {0, 1})).isZero();
        assertThat(serendipity(catalogue, new int[] {1, 2}, new int[] {1, 2})).isEqualTo(0.5);
        assertThat(serendipity(catalogue, new int[] {2}, new int[] {1})).isZero();
        assertThat(serendipity(catalogue, new int[] {1, 2}, new int[] {1})).isEqualTo(0.125);
    }

    private static double serendipity(Catalogue catalogue, int[] list, int[] truth) {
        return PopularityMetric.SERENDIPITY.of(JudgedList.of(list, truth), 2, catalogue);
    }

    @Test
    void theF1ValueOfSerenadeIsMetAndF1IsTheMeanOfF1s() {
        JudgedList list = JudgedList.of(new int[] {1, 2}, new int[] {2, 3});

        assertThat(AccuracyMetric.F1.of(list, 20)).isCloseTo(0.0909090909, within(1e-9));

        JsonNode variants = VECTORS.get("f1_variants");
        double sum = 0;
        for (int n = 0; n < 5; n++) {
            double p = at(variants, "P", n);
            double r = at(variants, "R", n);
            sum += 2 * p * r / (p + r);
        }
        assertThat(sum / 5).isCloseTo(variants.get("per_user_f1_mean").asDouble(), within(5e-4));
    }
}
