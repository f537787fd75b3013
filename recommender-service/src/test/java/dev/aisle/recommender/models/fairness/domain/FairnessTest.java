package dev.aisle.recommender.models.fairness.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.feedback.domain.Spread.BrandShare;
import dev.aisle.recommender.feedback.domain.SpreadReport;
import dev.aisle.recommender.interactions.domain.Circumstances;
import dev.aisle.recommender.models.domain.HeldOutList;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.fairness.domain.Fairness.Limits;
import dev.aisle.recommender.models.fairness.domain.FairnessReport.GroupAccuracy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private static final Limits LIMITS = new Limits(KThreshold.DEFAULT, new SpreadReport.Limits(0.3, 1.5), 0.8);

    private final TrainingSetBuilder rows = new TrainingSetBuilder();
    private final List<HeldOutList> lists = new ArrayList<>();
    private int people;

    @Test
    void aGroupThatIsServedWorseThanTheOthersRaisesAnAlarm() {
        add(60, new Circumstances("DE", "desktop"), true);
        add(30, new Circumstances("PL", "mobile"), false);

        FairnessReport report = report();

        assertThat(report.people()).isEqualTo(90);
        assertThat(report.ndcg()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(report.groups())
                .extracting(GroupAccuracy::trait, GroupAccuracy::group, GroupAccuracy::people, GroupAccuracy::ndcg)
                .containsExactly(
                        tuple("country", "DE", 60, 1.0),
                        tuple("country", "PL", 30, 0.0),
                        tuple("device", "desktop", 60, 1.0),
                        tuple("device", "mobile", 30, 0.0));
        assertThat(report.alarms())
                .anyMatch(alarm -> alarm.startsWith("country PL reaches 0 % of everybody's nDCG"))
                .noneMatch(alarm -> alarm.startsWith("country DE"));
    }

    @Test
    void nothingIsToldOfFewNorCanItBeHadBySubtraction() {
        add(40, new Circumstances("DE", null), true);
        add(25, new Circumstances("AT", null), true);
        add(19, new Circumstances("LI", null), false);

        assertThat(report().groups())
                .extracting(GroupAccuracy::group, GroupAccuracy::people)
                .containsExactly(tuple("DE", 40), tuple("(others)", 44));
    }

    @Test
    void whoseCountryIsNotKnownIsAGroupToo() {
        add(20, new Circumstances("DE", null), true);
        add(20, Circumstances.UNKNOWN, true);

        assertThat(report().groups()).extracting(GroupAccuracy::group).containsExactly("(unknown)", "DE");
    }

    @Test
    void oneGroupAloneIsNoComparison() {
        add(40, Circumstances.UNKNOWN, true);

        assertThat(report().groups()).isEmpty();
    }

    @Test
    void ofFewerThanTwentyPeopleThereIsNoReport() {
        add(19, Circumstances.UNKNOWN, true);

        assertThat(new Fairness(rows.build(), new SmallShop(), LIMITS).of(lists, new int[2]))
                .isEmpty();
    }

    @Test
    void exposureIsToldByBrandPriceLevelAndPopularity() {
        add(30, Circumstances.UNKNOWN, true);

        FairnessReport report = report();

        assertThat(report.exposure().brands()).extracting(BrandShare::brand).containsExactlyInAnyOrder("Leaf", "Wheel");
        assertThat(report.exposure().priceLevels().values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isCloseTo(1, within(1e-9));
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
        double[] judged = holdOut.usualLists(ofPast);

        FairnessReport report = new Fairness(set, new SmallShop(), LIMITS)
                .of(holdOut.listsOf(ofPast), holdOut.peopleOf())
                .orElseThrow();

        assertThat(report.people()).isEqualTo(judged.length);
        assertThat(report.ndcg()).isCloseTo(Arrays.stream(judged).average().orElseThrow(), within(1e-9));
        assertThat(report.parity()).containsKey("poprsp@20");
        assertThat(report.exposure().coverage()).isPositive();
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
        return new Fairness(rows.build(), new SmallShop(), LIMITS)
                .of(lists, new int[] {people, people})
                .orElseThrow();
    }
}
