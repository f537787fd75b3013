package dev.aisle.profile.people.values.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are the shop's and hours the person's, also when the clocks change. */
class ValuesOnTheClockTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The calendar days of the vectors of frequency caps: whether two moments are of one day of the clock, also when it changes. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:30:00+01:00, 2026-03-29T00:10:00+01:00, 2",
        "Europe/Berlin, 2026-03-29T00:10:00+01:00, 2026-03-29T23:50:00+02:00, 1",
        "Europe/Berlin, 2026-10-25T02:30:00+02:00, 2026-10-25T02:30:00+01:00, 1",
        "UTC, 2026-02-28T23:59:59Z, 2026-03-01T00:00:00Z, 2"
    })
    void purchaseDaysAreDaysOfTheShopsClock(ZoneId zone, OffsetDateTime first, OffsetDateTime second, long days) {
        ProfileValues values = new ProfileValues(
                PersonEvents.of(
                        List.of(Shoppers.bought(first.toInstant(), 100), Shoppers.bought(second.toInstant(), 100))),
                Shoppers.NOON,
                Shoppers.FITTED,
                Shoppers.rules(zone));

        assertThat(values.rfm().known().orElseThrow().purchaseDays()).isEqualTo(days);
    }

    @Test
    void aVisitIsAnHourOfThePersonsOwnClockInSummerAndInWinter() {
        PersonEvent summer = Shoppers.at(Shoppers.viewed("tea", "Food", Instant.parse("2026-07-06T07:30:00Z")), BERLIN);
        PersonEvent winter = Shoppers.at(Shoppers.viewed("ice", "Food", Instant.parse("2026-12-07T08:30:00Z")), BERLIN);
        PersonEvent twice = Shoppers.at(Shoppers.viewed("jam", "Food", Instant.parse("2026-12-07T08:45:00Z")), BERLIN);

        Rhythm rhythm = Shoppers.values(List.of(summer, winter, twice), Instant.parse("2026-12-10T00:00:00Z"))
                .rhythm()
                .known()
                .orElseThrow();

        assertThat(rhythm.zone()).isEqualTo(BERLIN);
        assertThat(rhythm.hours().counts()[9]).as("Mondays at nine").isEqualTo(2);
        assertThat(rhythm.best().hourOfWeek()).isEqualTo(9);
        assertThat(rhythm.next()).isEqualTo(Instant.parse("2026-12-14T08:00:00Z"));
    }
}
