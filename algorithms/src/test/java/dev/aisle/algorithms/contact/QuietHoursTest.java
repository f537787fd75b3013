package dev.aisle.algorithms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        "21:00, 08:00, 2026-11-25T20:59:59+01:00, 2026-11-25T20:59:59+01:00",
        "21:00, 08:00, 2026-11-25T21:00:00+01:00, 2026-11-26T08:00:00+01:00",
        "21:00, 08:00, 2026-11-26T07:59:00+01:00, 2026-11-26T08:00:00+01:00",
        "13:00, 15:00, 2026-11-26T14:00:00+01:00, 2026-11-26T15:00:00+01:00",
        // One hour shorter and one hour longer a night.
        "21:00, 08:00, 2026-03-28T22:00:00+01:00, 2026-03-29T08:00:00+02:00",
        "21:00, 08:00, 2026-10-24T22:00:00+02:00, 2026-10-25T08:00:00+01:00",
        // 02:30 doesn't come: quiet ends with the gap.
        "21:00, 02:30, 2026-03-28T22:00:00+01:00, 2026-03-29T03:00:00+02:00",
        // 02:30 comes twice, and so does the quiet before it.
        "21:00, 02:30, 2026-10-25T02:10:00+02:00, 2026-10-25T02:30:00+02:00",
        "21:00, 02:30, 2026-10-25T02:10:00+01:00, 2026-10-25T02:30:00+01:00"
    })
    void theClockOnTheWallDecides(LocalTime from, LocalTime until, OffsetDateTime asked, OffsetDateTime allowed) {
        assertThat(new QuietHours(from, until).nextAllowed(asked.toInstant(), ZoneId.of("Europe/Berlin")))
                .isEqualTo(allowed.toInstant());
    }

    @Property(tries = 200)
    void theNextMomentIsTheFirstThatIsNotQuiet(
            @ForAll @IntRange(max = 23) int from,
            @ForAll @IntRange(min = 1, max = 23) int hours,
            @ForAll @IntRange(max = 4_000) int minutes,
            @ForAll boolean spring) {
        QuietHours quiet = new QuietHours(LocalTime.of(from, 0), LocalTime.of((from + hours) % 24, 0));
        ZoneId zone = ZoneId.of("America/New_York");
        Instant asked = Instant.parse(spring ? "2026-03-07T12:00:00Z" : "2026-10-31T12:00:00Z")
                .plus(Duration.ofMinutes(minutes));

        Instant next = quiet.nextAllowed(asked, zone);

        assertThat(quiet.quietAt(next, zone)).isFalse();
        for (Instant minute = asked; minute.isBefore(next); minute = minute.plusSeconds(60)) {
            assertThat(quiet.quietAt(minute, zone)).as(minute.toString()).isTrue();
        }
    }

    @Test
    void anEmptySpanIsRefused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).hasMessageStartingWith("until:");
    }
}
