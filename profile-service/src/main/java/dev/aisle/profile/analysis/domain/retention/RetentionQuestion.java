package dev.aisle.profile.analysis.domain.retention;

import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How many of those who began in a span of the days (their first visit or purchase among all that is kept) come back.
 *
 * @param beginning what makes somebody a member of a cohort
 * @param comeBack what counts as coming back
 * @param granularity of cohorts and periods
 * @param rolling whether a period counts those who came back in it or later, and not only those of the period itself
 * @param periods how many periods after the first are shown
 */
public record RetentionQuestion(
        Days days, Mark beginning, Mark comeBack, Granularity granularity, boolean rolling, int periods)
        implements Question<RetentionTally> {
    public static final int MOST_PERIODS = 60;
    public static final int MOST_COHORTS = 100;

    @Override
    public String kind() {
        return "retention";
    }

    /** Whether it was the first is seen from everything that is kept. */
    @Override
    public Instant readFrom(Instant oldestKept) {
        return oldestKept;
    }

    @Override
    public Instant readUntil() {
        return endOfPeriod(days.until().minusDays(1), periods);
    }

    /** When a period of the cohort of a day is over. */
    Instant endOfPeriod(LocalDate cohort, int period) {
        return granularity
                .plus(granularity.startOf(cohort), period + 1L)
                .atStartOfDay(days.zone())
                .toInstant();
    }

    @Override
    public RetentionTally begin() {
        return new RetentionTally(this);
    }

    /** Somebody is in one cohort, and comes back in each of its periods at most. */
    @Override
    public int touched() {
        return 1 + periods;
    }

    @Override
    public RetentionChart answer(RetentionTally tally, GuardedNumbers numbers, Instant asOf) {
        return new RetentionDisclosure(this, numbers).chart(tally, asOf);
    }
}
