package dev.aisle.recommender.models.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aisle.recommender.models.checks.TrainingCheck.Outcome;
import dev.aisle.recommender.models.checks.TrainingChecks.Before;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final TrainingLimits LIMITS = new TrainingLimits(10, 5, 100, 0.2, 0.5, Duration.ofDays(30), 0.9);
    private static final TrainingFigures GOOD = figures(60, 1_000, 0.1, NOW.minusSeconds(60), 0.05);

    @Test
    void soundDataPassAll() {
        assertThat(check(GOOD, new Before(GOOD, NOW.minusSeconds(3600))))
                .extracting(TrainingCheck::name, TrainingCheck::outcome)
                .containsExactly(
                        tuple("people", Outcome.PASSED),
                        tuple("items", Outcome.PASSED),
                        tuple("interactions", Outcome.PASSED),
                        tuple("largest-person", Outcome.PASSED),
                        tuple("drop", Outcome.PASSED),
                        tuple("newest", Outcome.PASSED),
                        tuple("unknown-products", Outcome.PASSED),
                        tuple("types", Outcome.PASSED));
    }

    @Test
    void tooFewOfAnythingFails() {
        assertThat(failed(new TrainingFigures(9, 4, 99, 0.1, NOW, 0, Map.of()), null))
                .containsExactly(
                        "people: 9, expected at least 10",
                        "items: 4, expected at least 5",
                        "interactions: 99, expected at least 100");
    }

    @Test
    void onePersonWithMostOfItFailsUnlessThereAreFew() {
        assertThat(failed(figures(60, 1_000, 0.31, NOW, 0), null))
                .containsExactly("largest-person: 0.310, expected at most 0.200");
        assertThat(failed(figures(49, 1_000, 0.31, NOW, 0), null)).isEmpty();
    }

    @Test
    void aSuddenDropFails() {
        assertThat(failed(figures(60, 400, 0.1, NOW, 0), new Before(GOOD, NOW)))
                .containsExactly("drop: 0.600, expected at most 0.500");
        assertThat(failed(figures(60, 400, 0.1, NOW, 0), null)).isEmpty();
    }

    @Test
    void aFeedThatStandsStillFailsAndAnImportOfThePastDoesNot() {
        TrainingFigures old = figures(60, 1_000, 0.1, NOW.minus(Duration.ofDays(31)), 0);

        assertThat(failed(old, new Before(old, NOW.minus(Duration.ofDays(30)))))
                .containsExactly("newest: PT744H, expected at most PT720H");
        assertThat(failed(old, null)).isEmpty();
        assertThat(failed(old, new Before(old, NOW))).isEmpty();
    }

    @Test
    void productsInAnotherSpellingFail() {
        assertThat(failed(figures(60, 1_000, 0.1, NOW, 0.95), null))
                .containsExactly("unknown-products: 0.950, expected at most 0.900");
    }

    @Test
    void aTypeThatIsMissingFails() {
        TrainingFigures withPurchases =
                new TrainingFigures(60, 50, 1_000, 0.1, NOW, 0, Map.of("view", 800L, "purchase", 100L, "review", 99L));

        assertThat(failed(GOOD, new Before(withPurchases, NOW)))
                .containsExactly("types: no purchase, expected all types that the last training had 100 times");
    }

    private static List<TrainingCheck> check(TrainingFigures figures, @Nullable Before before) {
        return new TrainingChecks(LIMITS).of(figures, before, NOW);
    }

    private static List<String> failed(TrainingFigures figures, @Nullable Before before) {
        return check(figures, before).stream()
                .filter(TrainingCheck::failed)
                .map(TrainingCheck::explanation)
                .toList();
    }

    private static TrainingFigures figures(
            int people, long interactions, double largest, Instant newest, double unknown) {
        return new TrainingFigures(people, 50, interactions, largest, newest, unknown, Map.of("view", interactions));
    }
}
