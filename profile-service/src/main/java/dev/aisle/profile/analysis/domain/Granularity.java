package dev.aisle.profile.analysis.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Spans of the calendar. A day is what the shop's clocks call a day, be it of 23, 24 or 25 hours; a week begins on Monday (ISO 8601). */
public enum Granularity {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The first day of the span that a day lies in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the span that is so many later. */
    public LocalDate plus(LocalDate start, long spans) {
        return start.plus(spans, unit);
    }

    /** How many spans lie between the span of one day and that of another; negative when the other is earlier. */
    public int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(unit.between(startOf(from), startOf(to)));
    }
}
