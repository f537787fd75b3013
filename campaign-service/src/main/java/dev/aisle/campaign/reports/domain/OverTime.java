package dev.aisle.campaign.reports.domain;

import dev.aisle.algorithms.experiment.Alternative;
import dev.aisle.algorithms.experiment.ConfidenceSequence;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.experiment.Verdict;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The effect day by day. Its interval is one that may be looked at every day; two days between which fewer people than the threshold moved aren't told apart. */
public final class OverTime {
    private static final double ALPHA = 0.05;
    private static final double HUNDRED = 100;
    /** People after whom the interval is to be tightest; fixed, so that nobody's looking moves it. */
    private static final double TIGHTEST = 1_000;

    private final KThreshold threshold;
    private final long[] people = new long[2];
    private final long[] converted = new long[2];
    private long since;

    private OverTime(KThreshold threshold) {
        this.threshold = threshold;
    }

    /**
     * What happened on a day in an arm.
     *
     * @param people who were assigned
     * @param converted people whose first order that counts came
     */
    public record Moved(LocalDate day, boolean holdout, long people, long converted) {}

    /** The days that can be told, in order; none as long as an arm has too few people. */
    public static List<EffectDay> of(List<Moved> moved, KThreshold threshold) {
        SortedMap<LocalDate, List<Moved>> byDay = new TreeMap<>();
        moved.forEach(
                one -> byDay.computeIfAbsent(one.day(), _ -> new ArrayList<>()).add(one));
        OverTime soFar = new OverTime(threshold);
        List<EffectDay> days = new ArrayList<>();
        byDay.forEach((day, all) -> {
            all.forEach(soFar::add);
            // The newest one is what the report tells anyway.
            if (soFar.isTold(day.equals(byDay.lastKey()))) {
                days.add(soFar.at(day));
            }
        });
        return days;
    }

    private void add(Moved one) {
        int arm = one.holdout() ? 1 : 0;
        people[arm] += one.people();
        converted[arm] += one.converted();
        since += one.people() + one.converted();
    }

    private boolean isTold(boolean newest) {
        return threshold.allows(people[0]) && threshold.allows(people[1]) && (newest || threshold.allows(since));
    }

    private EffectDay at(LocalDate day) {
        since = 0;
        MeanDifference found =
                MeanDifference.of(Sums.ofYes(people[0], converted[0]), Sums.ofYes(people[1], converted[1]));
        if (!(found.error() > 0)) {
            return new EffectDay(day, people[0], people[1], HUNDRED * found.difference(), null, null);
        }
        Verdict verdict = new ConfidenceSequence(ALPHA, TIGHTEST, Alternative.TWO_SIDED)
                .of(new Effect(found.difference(), found.error(), found.freedom()), people[0] + people[1]);
        return new EffectDay(
                day,
                people[0],
                people[1],
                HUNDRED * found.difference(),
                HUNDRED * verdict.low(),
                HUNDRED * verdict.high());
    }
}
