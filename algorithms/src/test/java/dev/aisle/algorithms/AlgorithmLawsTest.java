package dev.aisle.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.content.ContentBased;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.content.PopularityByValue;
import dev.aisle.algorithms.ratings.MatrixFactorisation;
import dev.aisle.algorithms.recommend.Blend;
import dev.aisle.algorithms.recommend.Blend.Part;
import dev.aisle.algorithms.recommend.DecayedPopularity;
import dev.aisle.algorithms.recommend.Ease;
import dev.aisle.algorithms.recommend.ExplainableModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Rp3Beta;
import dev.aisle.algorithms.recommend.Scale;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.Trending;
import dev.aisle.algorithms.recommend.UserKnn;
import dev.aisle.algorithms.recommend.Weighting;
import dev.aisle.algorithms.sequence.AssociationRules;
import dev.aisle.algorithms.sequence.SequenceAlgorithm;
import dev.aisle.algorithms.sequence.SequentialRules;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import dev.aisle.algorithms.sequence.VmisKnn;
import dev.aisle.algorithms.sequence.VsKnn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every recommender, whatever it learns from. */
class AlgorithmLawsTest {
    private static final int USERS = 150;
    private static final int ITEMS = 90;
    private static final History SOMEBODY = History.of(new int[] {3, 17, 3, 40}, new float[] {1, 2, 1, 3});

    /** Fits on a shop; the number of threads is a parameter of those that share work. */
    interface Fit {
        Model on(Shop shop, int threads, Progress progress);
    }

    record Shop(Interactions train, Sessions sessions, ItemContent content) {}

    record Named(String name, Fit fit) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Shop shop(long seed, int users, int items) {
        SplittableRandom random = new SplittableRandom(seed);
        InteractionsBuilder train = Interactions.collect(users, items);
        List<Session> sessions = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int[] steps = new int[1 + random.nextInt(7)];
            for (int n = 0; n < steps.length; n++) {
                steps[n] = random.nextInt(4) == 0
                        ? random.nextInt(items)
                        : Math.min(items - 1, random.nextInt(items) / 3 * 3 + user % 3);
                train.add(user, steps[n], 1 + random.nextInt(4), 1_700_000_000_000L + random.nextInt(2_000_000_000));
            }
            sessions.add(new Session(steps, random.nextInt(1_000_000)));
        }
        ItemContent.Builder content = ItemContent.collect(items);
        for (int item = 0; item < items; item++) {
            content.attribute(item, "category", "c" + item % 3).text(item, "title", "word" + item % 7 + " 茶叶");
        }
        return new Shop(train.build(), Sessions.of(items, sessions), content.build());
    }

    static Stream<Named> all() {
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("popularity", (shop, threads, p) -> new Popularity(false).fit(shop.train(), p));
        fits.put(
                "popularity-decay",
                (shop, threads, p) -> DecayedPopularity.withDefaults().fit(shop.train(), p));
        fits.put("trending", (shop, threads, p) -> Trending.withDefaults().fit(shop.train(), p));
        fits.put(
                "popularity by category",
                (shop, threads, p) -> new PopularityByValue(shop.content(), "category").fit(shop.train(), p));
        fits.put(
                "content",
                (shop, threads, p) -> ContentBased.withDefaults(shop.content()).fit(shop.train(), p));
        fits.put("userknn", (shop, threads, p) -> UserKnn.withDefaults().fit(shop.train(), p));
        fits.put(
                "userknn reversed",
                (shop, threads, p) -> new UserKnn(5, 1, Weighting.NONE, false, true).fit(shop.train(), p));
        for (Weighting weighting : Weighting.values()) {
            fits.put(
                    "itemknn " + weighting,
                    (shop, threads, p) -> new ItemKnn(20, 5, weighting, false, threads).fit(shop.train(), p));
        }
        fits.put(
                "itemknn normalised",
                (shop, threads, p) -> new ItemKnn(20, 5, Weighting.NONE, true, threads).fit(shop.train(), p));
        fits.put("rp3beta", (shop, threads, p) -> rp3Beta(threads).fit(shop.train(), p));
        fits.put("ease", (shop, threads, p) -> ease(threads).fit(shop.train(), p));
        fits.put("ials", (shop, threads, p) -> als(threads).fit(shop.train(), p));
        fits.put("mf", (shop, threads, p) -> new MatrixFactorisation(4, 5, 0.01, 0.05, true, 3).fit(shop.train(), p));
        fits.put(
                "blend",
                (shop, threads, p) -> new Blend(
                                List.of(new Part(als(threads), 1), new Part(rp3Beta(threads), 0.5f)), Scale.DEVIATION)
                        .fit(shop.train(), p));
        fits.put(
                "blend of ranks",
                (shop, threads, p) -> new Blend(
                                List.of(new Part(ease(threads), 1), new Part(new Popularity(false), 0.5f)),
                                Scale.RECIPROCAL_RANK)
                        .fit(shop.train(), p));
        fits.put("ar", ofSessions(AssociationRules.withDefaults()));
        fits.put("sr", ofSessions(SequentialRules.withDefaults()));
        fits.put("vsknn", ofSessions(VsKnn.withDefaults()));
        fits.put("vmisknn", ofSessions(VmisKnn.withDefaults()));
        return fits.entrySet().stream().map(entry -> new Named(entry.getKey(), entry.getValue()));
    }

    private static Fit ofSessions(SequenceAlgorithm algorithm) {
        return (shop, threads, progress) -> algorithm.fit(shop.sessions(), progress);
    }

    private static Rp3Beta rp3Beta(int threads) {
        return new Rp3Beta(20, 0.7f, 0.4f, false, threads);
    }

    private static Ease ease(int threads) {
        return new Ease(20, Long.MAX_VALUE, threads);
    }

    private static ImplicitAls als(int threads) {
        ImplicitAls preset = ImplicitAls.withDefaults();
        return new ImplicitAls(
                8, 4, preset.unobserved(), preset.regularisation(), preset.exponent(), preset.seed(), threads);
    }

    private static float[] scores(Model model, History history) {
        float[] scores = new float[model.itemCount()];
        model.score(history, scores);
        return scores;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBitsAreTheSameEachTimeAndWithAnyNumberOfThreads(Named algorithm) {
        Shop shop = shop(1, USERS, ITEMS);
        float[] alone = scores(algorithm.fit().on(shop, 1, Progress.NONE), SOMEBODY);
        float[] again = scores(algorithm.fit().on(shop, 1, Progress.NONE), SOMEBODY);
        float[] shared = scores(algorithm.fit().on(shop, 2, Progress.NONE), SOMEBODY);

        assertThat(again).isEqualTo(alone);
        assertThat(shared).isEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneModelAnswersManyThreadsAndLeavesNothingBehind(Named algorithm) {
        Model model = algorithm.fit().on(shop(2, USERS, ITEMS), 1, Progress.NONE);
        float[] alone = scores(model, SOMEBODY);
        float[] scratch = new float[ITEMS];
        Arrays.fill(scratch, 7e7f);

        model.score(SOMEBODY, scratch);

        assertThat(scratch).isEqualTo(alone);
        assertThat(Stream.generate(() -> SOMEBODY).limit(64).parallel().map(history -> scores(model, history)))
                .allSatisfy(scores -> assertThat(scores).isEqualTo(alone));
    }

    @ParameterizedTest
    @MethodSource("all")
    void unknownItemsOfAHistoryArePassedOver(Named algorithm) {
        Model model = algorithm.fit().on(shop(3, USERS, ITEMS), 1, Progress.NONE);

        assertThat(scores(model, History.of(new int[] {ITEMS, 3, 1_000_000}, new float[] {5, 2, 1})))
                .isEqualTo(scores(model, History.of(new int[] {3}, new float[] {2})));
        assertThat(scores(model, History.of(ITEMS, 1_000_000))).isEqualTo(scores(model, History.empty()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNewPersonHasFiniteScores(Named algorithm) {
        Model model = algorithm.fit().on(shop(4, USERS, ITEMS), 1, Progress.NONE);

        for (float score : scores(model, History.empty())) {
            assertThat(score).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBestItemsAreThoseOfTheScores(Named algorithm) {
        Model model = algorithm.fit().on(shop(5, USERS, ITEMS), 1, Progress.NONE);
        float[] scores = scores(model, SOMEBODY);
        BitSet excluded = new BitSet();
        excluded.set(3);

        List<ScoredItem> top = model.top(SOMEBODY, 10, excluded);

        assertThat(top)
                .hasSize(10)
                .extracting(ScoredItem::item)
                .doesNotContain(3)
                .doesNotHaveDuplicates();
        for (int n = 0; n < 10; n++) {
            assertThat(top.get(n).score()).isEqualTo(scores[top.get(n).item()]);
            assertThat(n == 0 || top.get(n - 1).score() >= top.get(n).score()).isTrue();
        }
        assertThat(model.top(SOMEBODY, 0, excluded)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoExplainsExplainsTheWholeScore(Named algorithm) {
        Model model = algorithm.fit().on(shop(6, USERS, ITEMS), 1, Progress.NONE);
        if (model instanceof ExplainableModel explainable) {
            float[] scores = scores(model, SOMEBODY);
            for (int item = 0; item < ITEMS; item++) {
                double sum = 0;
                for (float addend : explainable.contributions(SOMEBODY, item)) {
                    sum += addend;
                }
                assertThat(Math.abs(sum - scores[item])).isLessThan(1e-4 * Math.max(1, Math.abs(scores[item])));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCancelledFitEnds(Named algorithm) {
        assertThatThrownBy(() -> algorithm.fit().on(shop(7, USERS, ITEMS), 2, (done, total) -> false))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void progressNeverPassesItsTotal(Named algorithm) {
        algorithm.fit().on(shop(8, USERS, ITEMS), 2, (done, total) -> {
            assertThat(done).isBetween(0, total);
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSmallestShopsAreFine(Named algorithm) {
        for (Shop shop : List.of(shop(9, 1, 1), shop(9, 1, 5), shop(9, 6, 1))) {
            Model model = algorithm.fit().on(shop, 2, Progress.NONE);
            for (History history : List.of(History.empty(), History.of(0))) {
                for (float score : scores(model, history)) {
                    assertThat(score).isFinite();
                }
            }
        }
    }
}
