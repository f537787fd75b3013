package dev.aisle.campaign.placements.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Double> EVENINGS =
            IntStream.range(0, 24).mapToObj(hour -> hour < 18 ? 0.0 : 1.0).toList();

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T00:00:00+01:00, 0.041667",
        "2026-11-25T11:59:59+01:00, 0.5",
        "2026-11-25T23:00:00+01:00, 1",
        // Days of 23 and 25 hours.
        "2026-03-29T23:30:00+02:00, 1",
        "2026-10-25T23:30:00+01:00, 1",
        "2026-10-25T22:30:00+01:00, 0.96"
    })
    void anEvenPaceReachesTheWholeBudgetInTheLastHour(String at, double reached) {
        ZonedDateTime now = ZonedDateTime.parse(at).withZoneSameInstant(BERLIN);

        assertThat(Pacing.reached(List.of(), now)).isCloseTo(reached, within(1e-6));
    }

    @Test
    void aCurveHoldsTheBudgetBackUntilItsHours() {
        Advertiser advertiser = new Advertiser("a", "A", "EUR", 10_000, 600L, BERLIN, EVENINGS);

        assertThat(advertiser.inPace(0, Instant.parse("2026-11-25T16:59:59Z"))).isFalse();
        assertThat(advertiser.inPace(99, Instant.parse("2026-11-25T17:00:00Z"))).isTrue();
        assertThat(advertiser.inPace(100, Instant.parse("2026-11-25T17:00:00Z")))
                .isFalse();
        assertThat(advertiser.inPace(100, Instant.parse("2026-11-25T18:00:00Z")))
                .isTrue();
        assertThat(advertiser.inPace(600, Instant.parse("2026-11-25T22:59:59Z")))
                .isFalse();
    }

    @Test
    void theCurveNeverFalls() {
        double[] day = DoubleStream.iterate(0, hour -> hour + 0.25)
                .limit(96)
                .map(hour -> Pacing.reached(
                        EVENINGS,
                        ZonedDateTime.of(2026, 11, 25, 0, 0, 0, 0, BERLIN).plusMinutes(Math.round(hour * 60))))
                .toArray();

        assertThat(day).isSorted();
    }

    @Test
    void whatCantBeAnAdvertiserNamesItsField() {
        assertThatThrownBy(() -> new Advertiser("a", "A", "EUR", -1, null, BERLIN, List.of()))
                .isInstanceOfSatisfying(
                        InvalidAdException.class, e -> assertThat(e.field()).isEqualTo("budget"));
        assertThatThrownBy(() -> new Advertiser("a", "A", "EUR", 10, 11L, BERLIN, List.of()))
                .isInstanceOfSatisfying(
                        InvalidAdException.class, e -> assertThat(e.field()).isEqualTo("dailyBudget"));
        assertThatThrownBy(() -> new Advertiser("a", "A", "EUR", 10, null, BERLIN, List.of(1.0)))
                .isInstanceOfSatisfying(
                        InvalidAdException.class, e -> assertThat(e.field()).isEqualTo("dayCurve"));
    }
}
