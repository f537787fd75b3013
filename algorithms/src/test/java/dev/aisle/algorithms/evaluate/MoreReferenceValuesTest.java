package dev.aisle.algorithms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The values of {@code metric_vectors.json} that need more than lists and popularity. */
class MoreReferenceValuesTest {
    private static final JsonNode VECTORS = Vectors.json("metric_vectors.json");
    private static final int[] NOTHING = {};

    private static int[] ints(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static double value(Map<String, Outcome> outcomes, String name) {
        return ((Outcome.Estimate) outcomes.get(name)).value();
    }

    /** The items of one user, in the order of the table. */
    private static int[] of(int user, JsonNode users, JsonNode items) {
        return IntStream.range(0, users.size())
                .filter(n -> users.get(n).asInt() == user)
                .map(n -> items.get(n).asInt())
                .toArray();
    }

    @Test
    void rPrecisionOfRecommendersIsMet() {
        JsonNode ms = VECTORS.get("ms_recommenders");
        double[] sums = new double[2];
        for (int user = 1; user <= 3; user++) {
            int[] shown = of(user, ms.at("/pred/user"), ms.at("/pred/item"));
            int[] scores = of(user, ms.at("/pred/user"), ms.at("/pred/score"));
            int[] order = IntStream.range(0, shown.length)
                    .boxed()
                    .sorted((a, b) -> scores[b] - scores[a])
                    .mapToInt(n -> shown[n])
                    .toArray();
            JudgedList list = JudgedList.of(order, of(user, ms.at("/true/user"), ms.at("/true/item")));
            sums[0] += AccuracyMetric.R_PRECISION.of(list, 3);
            sums[1] += AccuracyMetric.R_PRECISION.of(list, 5);
        }

        JsonNode expected = ms.get("expected_at_10");
        assertThat(sums[0] / 3).isCloseTo(expected.get("r_precision@3").asDouble(), within(1e-5));
        assertThat(sums[1] / 3).isCloseTo(expected.get("r_precision@5").asDouble(), within(1e-5));
    }

    @Test
    void whoIsShownExactlyWhatWasTakenHasThePrecisionOfRecommenders() {
        JsonNode ms = VECTORS.get("ms_recommenders");
        double sum = 0;
        for (int user = 1; user <= 3; user++) {
            int[] taken = of(user, ms.at("/true/user"), ms.at("/true/item"));
            sum += AccuracyMetric.PRECISION.of(JudgedList.of(taken, taken), 10);
        }

        assertThat(sum / 3).isCloseTo(ms.get("perfect_pred_precision@10").asDouble(), within(1e-12));
    }

    @Test
    void thePredictionErrorsOfRecommendersAreMet() {
        JsonNode ms = VECTORS.get("ms_recommenders");
        int size = ms.at("/true/user").size();
        double[] given = new double[size];
        double[] predicted = new double[size];
        int count = 0;
        for (int n = 0; n < size; n++) {
            for (int m = 0; m < size; m++) {
                boolean same = ms.at("/true/user/" + n).asInt()
                                == ms.at("/pred/user/" + m).asInt()
                        && ms.at("/true/item/" + n).asInt()
                                == ms.at("/pred/item/" + m).asInt();
                if (same) {
                    given[count] = ms.at("/true/rating/" + n).asDouble();
                    predicted[count++] = ms.at("/pred/score/" + m).asDouble();
                }
            }
        }

        Map<String, Outcome> found = PredictionErrors.of(
                Arrays.copyOf(given, count), Arrays.copyOf(predicted, count), new int[count], 10, 1);

        assertThat(value(found, "rmse")).isCloseTo(ms.get("rmse").asDouble(), within(1e-5));
        assertThat(value(found, "mae")).isCloseTo(ms.get("mae").asDouble(), within(1e-9));
    }

    @Test
    void gradedNdcgOfRecommendersAndLensKitIsMet() {
        JsonNode wiki = VECTORS.at("/ms_recommenders/wiki_ndcg");
        double[] all = doubles(wiki.get("true_rel_by_item"));
        double[] shown =
                IntStream.of(ints(wiki.get("ranking"))).mapToDouble(i -> all[i]).toArray();
        assertThat(GradedNdcg.of(shown, all, 6, Discount.LOGARITHMIC))
                .isCloseTo(wiki.get("ndcg@6_raw_log2").asDouble(), within(5e-4));

        JsonNode negative = VECTORS.at("/lenskit/ndcg_negative_gains");
        for (JsonNode one : negative) {
            double[] gains = doubles(one.get("ratings"));
            assertThat(GradedNdcg.of(gains, gains, gains.length, Discount.JARVELIN))
                    .isCloseTo(one.get("ndcg").asDouble(), within(5e-5));
        }
    }

    @Test
    void theDiversityAndSerendipityOfRecommendersAreMet() {
        JsonNode diversity = VECTORS.at("/ms_recommenders/diversity");
        int[] counts = new int[6];
        InteractionsBuilder train = Interactions.collect(4, 6);
        IntStream.range(0, diversity.at("/train/u").size()).forEach(n -> {
            int item = diversity.at("/train/i/" + n).asInt();
            train.add(diversity.at("/train/u/" + n).asInt(), item, 1);
            counts[item]++;
        });
        ItemSets people = ItemSets.ofPeople(train.build(), 100);
        Evaluation evaluation = new Evaluation(Catalogue.of(counts, 8), ItemTraits.NONE.withSets(people), 10, 1);

        Map<String, Outcome> found = evaluation.of(personal(diversity), new int[] {2});

        assertThat(value(found, "ild_cosine@2"))
                .isCloseTo(diversity.get("diversity").asDouble(), within(1e-5));
        assertThat(value(found, "serendipity_own@2"))
                .isCloseTo(diversity.get("serendipity").asDouble(), within(1e-5));
        for (int user = 1; user <= 3; user++) {
            Map<String, Outcome> own = evaluation.of(personal(diversity).subList(user - 1, user), new int[] {2});
            assertThat(value(own, "ild_cosine@2"))
                    .isCloseTo(
                            diversity.at("/user_diversity_cooc_cosine/" + user).asDouble(), within(1e-5));
            assertThat(value(own, "serendipity_own@2"))
                    .isCloseTo(diversity.at("/user_serendipity/" + user).asDouble(), within(1e-5));
        }
        for (int item = 1; item <= 5; item++) {
            assertThat(Catalogue.of(counts, 8).surprise(item))
                    .isCloseTo(diversity.at("/item_novelty_bits/" + item).asDouble(), within(1e-5));
        }
    }

    /** One list a user; the relevance column says which were right. */
    private static List<JudgedList> personal(JsonNode diversity) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(user -> {
                    int[] shown = of(user, diversity.at("/reco/u"), diversity.at("/reco/i"));
                    int[] relevance = of(user, diversity.at("/reco/u"), diversity.at("/reco/relevance"));
                    int[] right = IntStream.range(0, shown.length)
                            .filter(n -> relevance[n] == 1)
                            .map(n -> shown[n])
                            .toArray();
                    return JudgedList.of(shown, right)
                            .from(of(user, diversity.at("/train/u"), diversity.at("/train/i")));
                })
                .toList();
    }

    @Test
    void theDiversityByFeaturesOfRecommendersIsMet() {
        JsonNode diversity = VECTORS.at("/ms_recommenders/diversity");
        InteractionsBuilder features = Interactions.collect(6, 5);
        for (int item = 1; item <= 5; item++) {
            for (int f = 0; f < 5; f++) {
                if (diversity.at("/item_features/" + item + "/" + f).asInt() == 1) {
                    features.add(item, f, 1);
                }
            }
        }
        Evaluation evaluation = new Evaluation(
                Catalogue.withoutPopularity(6), ItemTraits.NONE.withSets(ItemSets.of(features.build())), 10, 1);

        Map<String, Outcome> found = evaluation.of(personal(diversity), new int[] {2});

        assertThat(value(found, "ild_cosine@2"))
                .isCloseTo(diversity.get("diversity_features").asDouble(), within(1e-9));
        assertThat(value(found, "serendipity_own@2"))
                .isCloseTo(diversity.get("serendipity_features").asDouble(), within(5e-5));
    }

    @Test
    void theSimilarityWithinAListOfLensKitIsMet() {
        JsonNode ils = VECTORS.at("/lenskit/ils/0");
        InteractionsBuilder rows = Interactions.collect(3, 2);
        for (int item = 0; item < 3; item++) {
            for (int f = 0; f < 2; f++) {
                if (ils.at("/vectors/" + item + "/" + f).asInt() == 1) {
                    rows.add(item, f, 1);
                }
            }
        }
        Evaluation evaluation = new Evaluation(
                Catalogue.withoutPopularity(3), ItemTraits.NONE.withSets(ItemSets.of(rows.build())), 10, 1);

        Map<String, Outcome> found = evaluation.of(List.of(JudgedList.of(new int[] {0, 1, 2}, NOTHING)), new int[] {3});

        assertThat(1 - value(found, "ild_cosine@3")).isCloseTo(ils.get("ils").asDouble(), within(1e-6));
    }

    @Test
    void theDistanceOfRecToolsFollowsFromTheSets() {
        JsonNode hamming = VECTORS.at("/rectools/ild_hamming");
        InteractionsBuilder rows = Interactions.collect(3, 2);
        for (int item = 0; item < 3; item++) {
            for (int f = 0; f < 2; f++) {
                if (hamming.at("/features/i" + (item + 1) + "/" + f).asInt() == 1) {
                    rows.add(item, f, 1);
                }
            }
        }
        ItemSets sets = ItemSets.of(rows.build());
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = a + 1; b < 3; b++) {
                // |A Δ B| = (|A| + |B|) (1 − J) / (1 + J)
                double jaccard = sets.jaccard(a, b);
                sum += (sets.size(a) + sets.size(b)) * (1 - jaccard) / (1 + jaccard);
            }
        }

        assertThat(sum / 3).isCloseTo(hamming.get("k3").asDouble(), within(1e-6));
    }

    @Test
    void theSecondUsersOfRecToolsAreMetToo() {
        Catalogue miuf = Catalogue.of(new int[] {3, 1, 0}, 3);
        Catalogue arp = Catalogue.of(new int[] {3, 2, 1}, 3);

        assertThat(PopularityMetric.NOVELTY.of(JudgedList.of(new int[] {1, 2}, NOTHING), 2, miuf))
                .isCloseTo(VECTORS.at("/rectools/miuf/k2/u2").asDouble(), within(1e-7));
        assertThat(PopularityMetric.AVERAGE_POPULARITY.of(JudgedList.of(new int[] {2, 0, 1}, NOTHING), 3, arp))
                .isEqualTo(VECTORS.at("/rectools/arp/k3/u2").asDouble());
    }

    @Test
    void theReciprocalRankAndNdcgOfSerenadeAreMet() {
        int[] shown = IntStream.rangeClosed(1, 24).toArray();
        JsonNode ndcg = VECTORS.at("/serenade/ndcg@20_jarvelin");
        JsonNode mrr = VECTORS.at("/serenade/mrr@20");

        assertThat(AccuracyMetric.NDCG_OF_JARVELIN.of(JudgedList.of(shown, ints(ndcg.get("next"))), 20))
                .isCloseTo(ndcg.get("ndcg").asDouble(), within(1e-9));
        assertThat(AccuracyMetric.MRR.of(JudgedList.of(shown, ints(mrr.get("next"))), 20))
                .isCloseTo(mrr.get("mrr").asDouble(), within(1e-6));
    }

    @Test
    void theLeastItemPromotedOfLensKitIsMet() {
        for (JsonNode one : VECTORS.at("/lenskit/lip")) {
            assertThat(Promotion.leastItem(
                            ints(one.get("ref")),
                            ints(one.get("rerank")),
                            one.get("n").asInt()))
                    .isEqualTo(one.get("lip").asInt());
        }
    }

    @Test
    void recBolesEntropyIsOursDividedByTheItemsShown() {
        JsonNode recbole = VECTORS.get("recbole");
        List<JudgedList> lists = recbole.get("item_matrix")
                .valueStream()
                .map(row -> JudgedList.of(ints(row), NOTHING))
                .toList();
        Map<String, Outcome> found = new Evaluation(Catalogue.withoutPopularity(8), 10, 1).of(lists, new int[] {3});

        assertThat(value(found, "entropy@3") * Math.log(2) / 7)
                .isCloseTo(
                        recbole.get("shannon_quirk_mean_over_items_not_sum_nats")
                                .asDouble(),
                        within(1e-6));
    }

    @Test
    void theF1OfMeansIsAnotherNumber() {
        JsonNode variants = VECTORS.get("f1_variants");
        double p = Arrays.stream(doubles(variants.get("P"))).average().orElseThrow();
        double r = Arrays.stream(doubles(variants.get("R"))).average().orElseThrow();

        assertThat(2 * p * r / (p + r)).isCloseTo(variants.get("f1_of_means").asDouble(), within(1e-3));
        assertThat(variants.get("per_user_f1_mean").asDouble())
                .isNotEqualTo(variants.get("f1_of_means").asDouble());
    }
}
