package dev.aisle.recommender.models.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.interactions.feedback.domain.Spread;
import dev.aisle.recommender.interactions.feedback.domain.Spread.BrandShare;
import dev.aisle.recommender.models.domain.HeldOutList;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.fairness.Fairness.Limits;
import dev.aisle.recommender.models.fairness.FairnessReport.GroupAccuracy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private static final Limits LIMITS = new Limits(new Spread.Limits(0.3, 1.5), 0.8);

    private final TrainingSetBuilder rows = new TrainingSetBuilder();
    private final List<HeldOutList> lists = new ArrayList<>();
    private int people;

    @Test
    void aGroupThatIsServedWorseThanTheOthersRaisesAnAlarm() {
        add(6_000, new Circumstances("DE", "desktop"), true);
        add(3_000, new Circumstances("PL", "mobile"), false);

        FairnessReport report = report();

        assertThat(report.people()).isBetween(8_700L, 9_300L);
        assertThat(report.ndcg()).isCloseTo(2 / 3.0, within(0.05));
        assertThat(report.groups())
                .extracting(GroupAccuracy::trait, GroupAccuracy::group)
                .containsExactly(
                        tuple("country", "DE"),
                        tuple("country", "PL"),
                        tuple("device", "desktop"),
                        tuple("device", "mobile"));
        assertThat(report.groups()).allSatisfy(group -> {
            boolean well = List.of("DE", "desktop").contains(group.group());
            assertThat(group.ndcg()).isCloseTo(well ? 1 : 0, within(0.1));
            assertThat(group.people()).isCloseTo(well ? 6_000L : 3_000L, within(300L));
            assertThat(group.high() - group.low()).isGreaterThan(0.01);
        });
        assertThat(report.alarms())
                .anyMatch(alarm -> alarm.startsWith("country PL reaches"))
                .noneMatch(alarm -> alarm.startsWith("country DE"));
    }

    @Test
    void aGroupThatDoesNotStandFarOutOfTheNoiseIsNotShown() {
        add(2_000, new Circumstances("DE", null), true);
        add(2_000, new Circumstances("AT", null), true);
        add(19, new Circumstances("LI", null), false);
        add(2_000, Circumstances.UNKNOWN, true);

        assertThat(report().groups()).extracting(GroupAccuracy::group).containsExactly("(unknown)", "AT", "DE");
    }

    @Test
    void oneGroupAloneIsNoComparison() {
        add(2_000, Circumstances.UNKNOWN, true);

        assertThat(report().groups()).isEmpty();
    }

    @Test
    void ofPeopleWhoDoNotStandOutOfTheNoiseThereIsNoReport() {
        add(19, Circumstances.UNKNOWN, true);

        assertThat(fairness().of(asked())).isEmpty();
    }

    /** What anybody reads of two hold-outs that differ by one person comes from one release each: it never is the exact number. */
    @Test
    void whatIsToldOfTwoCrowdsThatDifferByOnePersonIsTheGuardsNoise() {
        add(2_000, Circumstances.UNKNOWN, true);
        Set<Long> told = new HashSet<>();

        for (int seed = 0; seed < 20; seed++) {
            told.add(report(seed).people());
        }

        assertThat(told).hasSizeGreaterThan(5).allMatch(people -> people % 5 == 0);
    }

    @Test
    void exposureIsToldByBrandPriceLevelAndConcentration() {
        add(3_000, Circumstances.UNKNOWN, true);

        FairnessReport report = report();

        assertThat(report.exposure().brands()).extracting(BrandShare::brand).containsExactlyInAnyOrder("Leaf", "Wheel");
        assertThat(report.exposure().priceLevels().values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isCloseTo(1, within(0.2));
        assertThat(report.exposure().tailShare()).isBetween(0.0, 1.0);
        assertThat(report.alarms()).anyMatch(alarm -> alarm.startsWith("Leaf has 2 times its share"));
    }

    @Test
    void theListsOfARealHoldOutAreThoseThatTheTrainingJudges() {
        TrainingSet set = SmallShop.interactions(60).build();
        long moment = set.momentOf(0.7);
        TrainedModel ofPast = new Learning()
                .fit(set, moment, new Name("", Instant.EPOCH), new TrainingProgress(), new Span("fitting", 0, 1));
        HoldOut holdOut = new HoldOut(set, moment);

        assertThat(holdOut.listsOf(ofPast).stream()
                        .mapToDouble(held -> AccuracyMetric.NDCG.of(held.list(), HoldOut.cutoff()))
                        .toArray())
                .containsExactly(holdOut.usualLists(ofPast));
    }

    /** Each is shown b1 and t1; who is served well took both. */
    private void add(int count, Circumstances circumstances, boolean well) {
        for (int n = 0; n < count; n++) {
            rows.add("u" + people, "b1", null, 1, n);
            rows.add("u" + people, "t1", null, 1, n);
            rows.under(circumstances);
            int[] truth = well ? new int[] {0, 1} : new int[] {7};
            lists.add(new HeldOutList(people++, JudgedList.of(new int[] {0, 1}, truth)));
        }
    }

    private FairnessReport report() {
        return report(1);
    }

    private FairnessReport report(long seed) {
        return fairness(seed).of(asked()).orElseThrow();
    }

    private List<AskedPerson> asked() {
        return AskedPerson.of(rows.build(), lists);
    }

    private Fairness fairness() {
        return fairness(1);
    }

    private Fairness fairness(long seed) {
        return new Fairness(new SmallShop(), LIMITS, new Noise(GuardLevel.DEFAULT, new SplittableRandom(seed)));
    }
}
