package dev.aisle.profile.analysis.domain.retention;

import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** By cohort, how many people came back in each period; the period 0 is all of them. */
public final class RetentionTally implements Tally<RetentionTally> {
    private final RetentionQuestion question;
    private final Map<LocalDate, long[]> cohorts = new TreeMap<>();

    RetentionTally(RetentionQuestion question) {
        this.question = question;
    }

    @Override
    public void add(PersonEvents events) {
        events.list().stream()
                .filter(question.beginning()::is)
                .findFirst()
                .filter(first -> question.days().contains(first.at()))
                .ifPresent(first -> count(dayOf(first.at()), events));
    }

    private void count(LocalDate begun, PersonEvents events) {
        long[] counts =
                cohorts.computeIfAbsent(question.granularity().startOf(begun), _ -> new long[question.periods() + 1]);
        BitSet back = periodsOf(begun, events);
        counts[0]++;
        for (int period = 1; period < counts.length; period++) {
            boolean counted = question.rolling() ? back.nextSetBit(period) >= 0 : back.get(period);
            counts[period] += counted ? 1 : 0;
        }
    }

    private BitSet periodsOf(LocalDate begun, PersonEvents events) {
        Granularity granularity = question.granularity();
        BitSet back = new BitSet();
        for (PersonEvent event : events.list()) {
            if (question.comeBack().is(event)) {
                int period = granularity.between(begun, dayOf(event.at()));
                if (period > 0) {
                    back.set(period);
                }
            }
        }
        return back;
    }

    private LocalDate dayOf(Instant moment) {
        return question.days().dayOf(moment);
    }

    @Override
    public void join(RetentionTally others) {
        others.cohorts.forEach((start, counts) -> cohorts.merge(start, counts.clone(), RetentionTally::sum));
    }

    private static long[] sum(long[] some, long[] others) {
        for (int period = 0; period < some.length; period++) {
            some[period] += others[period];
        }
        return some;
    }

    /** By first day of the cohort, people by period. Not to be changed. */
    public Map<LocalDate, long[]> cohorts() {
        return cohorts;
    }
}
