package dev.aisle.campaign.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.reports.domain.OverTime.Moved;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverTimeTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final KThreshold TWENTY = new KThreshold(20);

    private static Moved moved(int day, boolean holdout, long people, long converted) {
        return new Moved(FIRST.plusDays(day), holdout, people, converted);
    }

    private static List<EffectDay> days(Moved... moved) {
        return OverTime.of(List.of(moved), TWENTY);
    }

    @Test
    void eachDayIsOfAllWhoCameUntilThen() {
        List<EffectDay> days = days(
                moved(0, false, 100, 10), moved(0, true, 100, 5), moved(1, false, 100, 30), moved(1, true, 100, 5));

        assertThat(days).extracting(EffectDay::day).containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(days.getFirst().perHundred()).isCloseTo(5, within(1e-9));
        assertThat(days.getLast().got()).isEqualTo(200);
        assertThat(days.getLast().perHundred()).isCloseTo(15, within(1e-9));
    }

    @Test
    void theIntervalIsWiderThanOneThatMayBeLookedAtOnce() {
        EffectDay last =
                days(moved(0, false, 500, 100), moved(0, true, 500, 50)).getLast();

        // Looked at once: 10 ± 4.4.
        assertThat(last.low()).isBetween(2.0, 5.5);
        assertThat(last.high()).isBetween(14.5, 18.0);
    }

    @Test
    void ofTooFewPeopleInAnArmNothingIsTold() {
        assertThat(days(moved(0, false, 100, 10), moved(0, true, 19, 1))).isEmpty();
        assertThat(OverTime.of(List.of(), TWENTY)).isEmpty();
    }

    @Test
    void daysBetweenWhichFewMovedAreNotToldApart() {
        List<EffectDay> days = days(
                moved(0, false, 50, 5),
                moved(0, true, 50, 5),
                moved(1, false, 3, 1),
                moved(2, false, 30, 1),
                moved(3, true, 1, 0));

        assertThat(days).extracting(EffectDay::day).containsExactly(FIRST, FIRST.plusDays(2), FIRST.plusDays(3));
    }

    @Test
    void whereNothingVariesThereIsNoInterval() {
        EffectDay only = days(moved(0, false, 50, 0), moved(0, true, 50, 0)).getFirst();

        assertThat(only.perHundred()).isZero();
        assertThat(only.low()).isNull();
        assertThat(only.high()).isNull();
    }
}
