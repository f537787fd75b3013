package dev.aisle.profile.analysis.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole days of the shop's calendar.
 *
 * @param from the first day
 * @param until the day after the last one
 * @param zone where the days are reckoned
 */
public record Days(LocalDate from, LocalDate until, ZoneId zone) {
    public Days {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must lie before until");
        }
    }

    /** When the first day begins: its first moment, also where the clocks jump over midnight. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** When the last day is over. */
    public Instant end() {
        return until.atStartOfDay(zone).toInstant();
    }

    /** Whether a moment lies in these days. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }

    /** The day that a moment lies on. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The first days of all spans that these days touch, in order. */
    public List<LocalDate> spans(Granularity granularity) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = granularity.startOf(from); start.isBefore(until); start = granularity.plus(start, 1)) {
            starts.add(start);
        }
        return starts;
    }
}
