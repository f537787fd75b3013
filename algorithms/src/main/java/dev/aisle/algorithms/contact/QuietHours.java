package dev.aisle.algorithms.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Hours of the recipient's own clock at which nobody is disturbed, from the first until before the last; {@code 21:00} to {@code 08:00} goes
 * over midnight. It is quiet whenever the clock on the wall shows such an hour: an hour that comes twice is quiet twice, and
 * where the end is skipped the quiet ends with the gap.
 */
public record QuietHours(LocalTime from, LocalTime until) {
    private static final int MOST_TRIES = 8;

    /** @throws IllegalArgumentException when both are the same */
    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("until: expected another time than from, was " + until);
        }
    }

    /** Whether it is quiet at that moment. */
    public boolean quietAt(Instant moment, ZoneId zone) {
        LocalTime wall = moment.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !wall.isBefore(from) && wall.isBefore(until)
                : !wall.isBefore(from) || wall.isBefore(until);
    }

    /** The first moment from this one on that isn't quiet. */
    public Instant nextAllowed(Instant moment, ZoneId zone) {
        Instant at = moment;
        for (int tries = 0; quietAt(at, zone); tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException(
                        "It is quiet from " + from + " until " + until + " all over in " + zone);
            }
            at = nextEnd(at, zone);
        }
        return at;
    }

    /** The first moment after this one at which the clock shows the end, or passes it in a gap. */
    private Instant nextEnd(Instant moment, ZoneId zone) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return Stream.of(today, today.plusDays(1), today.plusDays(2))
                .flatMap(day -> ends(day.atTime(until), zone).stream())
                .filter(end -> end.isAfter(moment))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static List<Instant> ends(LocalDateTime end, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(end);
        if (offsets.isEmpty()) {
            return List.of(
                    Objects.requireNonNull(zone.getRules().getTransition(end)).getInstant());
        }
        return offsets.stream().map(end::toInstant).toList();
    }
}
