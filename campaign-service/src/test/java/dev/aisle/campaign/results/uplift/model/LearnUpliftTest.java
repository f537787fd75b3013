package dev.aisle.campaign.results.uplift.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.campaign.results.uplift.MeasuredUplift;
import dev.aisle.campaign.results.uplift.model.LearnUplift.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearnUpliftTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final FeatureAudit AUDIT = new FeatureAudit(0.6, Set.of("over-65"), 20);
    private final SplittableRandom random = new SplittableRandom(5);

    /** Hunters are moved from 0.1 to 0.5, the others from 0.3 to so much. */
    private List<Observed> people(int number, double hunters, double others) {
        List<Observed> people = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            boolean hunter = random.nextDouble() < hunters;
            boolean old = random.nextBoolean();
            boolean offered = random.nextBoolean();
            Set<String> segments = new HashSet<>();
            if (hunter) {
                segments.add("hunters");
            }
            if (old) {
                segments.add("over-65");
            }
            if (old == random.nextDouble() < 0.9) {
                segments.add("gardening");
            }
            double chance = hunter ? (offered ? 0.5 : 0.1) : offered ? others : 0.3;
            people.add(new Observed(
                    "p" + n,
                    !offered,
                    offered ? "a" : "",
                    new Known(random.nextInt(4), random.nextInt(9), 3.0, 0, 0, segments),
                    random.nextDouble() < chance,
                    0));
        }
        return people;
    }

    private UpliftModel learned(List<Observed> people) {
        return learned(people, 1).orElseThrow();
    }

    private static Optional<UpliftModel> learned(List<Observed> people, long seed) {
        return new LearnUplift(AUDIT, new Noise(GuardLevel.DEFAULT, new SplittableRandom(seed)), 100)
                .of(new Subject("spring", 1, "a", false, NOW, NOW), people);
    }

    @Test
    void whoIsMovedIsFoundAndStandInsAreLeftOut() {
        UpliftModel model = learned(people(2_000, 0.5, 0.3));

        assertThat(model.quality().ranks()).isTrue();
        assertThat(model.of(new Known(1, 1, 3.0, 0, 0, Set.of("hunters")))).isCloseTo(0.4, within(0.1));
        assertThat(model.of(new Known(1, 1, 3.0, 0, 0, Set.of()))).isCloseTo(0, within(0.1));
        assertThat(model.leftOut()).containsOnlyKeys("segment:over-65", "segment:gardening");
        assertThat(model.audited()).containsExactly("over-65");
    }

    @Test
    void whatIsShownIsReleasedOnceAndTheIntervalHasTheNoiseInIt() {
        UpliftRelease released =
                Objects.requireNonNull(learned(people(8_000, 0.5, 0.3)).released());

        assertThat(released.treated() % 5 + released.heldOut() % 5).isZero();
        assertThat(released.treated()).isCloseTo(4_000L, within(300L));
        assertThat(released.average().value()).isCloseTo(0.2, within(0.05));
        assertThat(released.average().high() - released.average().low()).isGreaterThan(0.04);
        assertThat(released.curve()).hasSize(6);
        // The best half is moved by 0.4, the others by nothing.
        double most = released.curve().getLast().gain();
        assertThat(released.curve().get(3).gain()).isGreaterThan(0.6 * most);
    }

    @Test
    void onePersonMoreIsNotTheDifferenceOfWhatIsShown() {
        List<Observed> people = people(2_000, 0.5, 0.3);
        Set<Long> told = new HashSet<>();

        for (int seed = 0; seed < 10; seed++) {
            told.add(Objects.requireNonNull(learned(people, seed).orElseThrow().released())
                    .treated());
        }

        assertThat(told).hasSizeGreaterThan(3).allMatch(number -> number % 5 == 0);
    }

    @Test
    void ofFewPeopleNothingIsLearnedAndOfSomeThereIsNoCurve() {
        assertThat(learned(people(38, 0.5, 0.3), 1)).isEmpty();
        assertThat(learned(people(120, 0.5, 0.3), 1)).isEmpty();
        assertThat(Objects.requireNonNull(learned(people(700, 0.5, 0.3)).released())
                        .curve())
                .isEmpty();
    }

    @Test
    void whereNobodyIsMovedMoreThanOthersEverybodyCountsAsTheAverage() {
        UpliftModel model = learned(people(600, 0, 0.4));

        assertThat(model.quality().ranks()).isFalse();
        assertThat(model.of(new Known(3, 8, 1.0, 0, 0, Set.of())))
                .isEqualTo(model.quality().average().value());
    }

    @Test
    void othersWhoComeAndBehaveOtherwiseMakeItDue() {
        UpliftModel model = learned(people(2_000, 0.5, 0.3));
        List<Observed> same = people(1_000, 0.5, 0.3);
        List<Observed> changed = people(1_000, 0.02, 0.7);

        assertThat(Drift.of(model, same, same, 100).reasons()).isEmpty();
        assertThat(Drift.of(model, changed, changed, 100).reasons())
                .contains(
                        "People differ in segment:hunters from those it was learned from.",
                        "What it predicts is not what was observed since.");
        assertThat(Drift.of(model, List.of(), List.of(), 100).predicted()).isNull();
    }

    @Test
    void aMeasurementCountsOnlyWhenItKnowsMoreThanThePrior() {
        assertThat(new MeasuredUplift("a", 1, 100, 100, -0.2, 0.05).shrunk(0.01, 0.02))
                .isEmpty();
        assertThat(new MeasuredUplift("a", 1, 9_000, 9_000, 0.03, 0.01)
                        .shrunk(0.01, 0.02)
                        .orElseThrow())
                .isCloseTo(0.026, within(1e-9));
    }
}
