package dev.aisle.assistant.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessHours HOURS = BusinessHours.of(
            "mon-fri 09:00-12:00, 13:00-18:00; sat 10:00-14:00", BERLIN, Set.of(LocalDate.of(2026, 12, 25)));

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00:00Z, true",
        "2026-11-27T07:59:59Z, false",
        "2026-11-27T11:00:00Z, false",
        "2026-11-27T12:00:00Z, true",
        "2026-11-27T17:00:00Z, false",
        "2026-11-28T09:30:00Z, true",
        "2026-11-29T10:00:00Z, false",
        "2026-12-25T10:00:00Z, false",
        // In summer the clocks stand two hours ahead.
        "2026-07-03T07:00:00Z, true"
    })
    void itIsOpenByTheClocksOfTheZone(String at, boolean open) {
        assertThat(HOURS.isOpen(Instant.parse(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T11:30:00Z, 2026-11-27T13:00+01:00[Europe/Berlin]",
        "2026-11-28T13:00:00Z, 2026-11-30T09:00+01:00[Europe/Berlin]",
        "2026-12-24T18:00:00Z, 2026-12-26T10:00+01:00[Europe/Berlin]",
        // The clocks change in the night before.
        "2026-03-28T20:00:00Z, 2026-03-30T09:00+02:00[Europe/Berlin]"
    })
    void whenSomebodyIsBackIsKnown(String at, String back) {
        assertThat(HOURS.nextOpening(Instant.parse(at))).contains(ZonedDateTime.parse(back));
    }

    @Test
    void alwaysIsAlwaysButForClosedDays() {
        BusinessHours always = BusinessHours.always(BERLIN, Set.of(LocalDate.of(2026, 12, 25)));

        assertThat(always.isOpen(Instant.parse("2026-11-29T02:00:00Z"))).isTrue();
        assertThat(always.nextOpening(Instant.parse("2026-12-25T10:00:00Z")))
                .contains(ZonedDateTime.parse("2026-12-26T00:00+01:00[Europe/Berlin]"));
    }

    @Test
    void aDayMayLastUntilItsEndAndDaysMayGoRoundTheWeek() {
        BusinessHours hours = BusinessHours.of("sat-mon 20:00-24:00", BERLIN, Set.of());

        assertThat(hours.isOpen(Instant.parse("2026-11-29T22:59:59Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-12-01T22:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mon", "mon 9-18", "mon 18:00-09:00", "xyz 09:00-18:00", "mon-tue-wed 09:00-10:00"})
    void hoursOfAnotherFormAreRefused(String text) {
        assertThatThrownBy(() -> BusinessHours.of(text, BERLIN, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected hours such as");
    }

    @Test
    void pausesDoubleUpToAnHour() {
        assertThat(new HandOver(UUID.randomUUID(), "", 0).pause(Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(new HandOver(UUID.randomUUID(), "", 3).pause(Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofSeconds(40));
        assertThat(new HandOver(UUID.randomUUID(), "", 100).pause(Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofHours(1));
    }
}
