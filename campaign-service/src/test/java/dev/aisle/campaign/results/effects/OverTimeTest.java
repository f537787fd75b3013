package dev.aisle.campaign.results.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.campaign.results.effects.OverTime.Moved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverTimeTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    private static Moved moved(int day, boolean holdout, long people, long converted) {
        return new Moved(FIRST.plusDays(day), holdout, people, converted);
    }

    /** As if the noise had come out as nothing, which the intervals don't know. */
    private static List<EffectDay> days(double deviation, int days, Moved... moved) {
        LocalDate today = FIRST.plusDays(days - 1);
        OverTime counted = OverTime.of(FIRST, today, List.of(moved));
        List<NoisedFigure> figures = counted.question("text").figures().stream()
                .map(figure -> new NoisedFigure(figure.value(), deviation))
                .toList();
        return counted.shown(new Answer.Shown(figures, Instant.EPOCH, 19), GuardLevel.DEFAULT, today);
    }

    @Test
    void eachDayIsOfAllWhoCameUntilThen() {
        List<EffectDay> days = days(
                1,
                2,
                moved(0, false, 100, 10),
                moved(0, true, 100, 5),
                moved(1, false, 100, 30),
                moved(1, true, 100, 5));

        assertThat(days).extracting(EffectDay::day).containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(days.getFirst().perHundred()).isCloseTo(5, within(1e-9));
        assertThat(days.getLast().got()).isEqualTo(200);
        assertThat(days.getLast().perHundred()).isCloseTo(15, within(1e-9));
    }

    @Test
    void theIntervalIsWiderThanOneThatMayBeLookedAtOnceAndWiderStillWithNoise() {
        Moved[] moved = {moved(0, false, 500, 100), moved(0, true, 500, 50)};

        EffectDay quiet = days(0.1, 1, moved).getLast();
        EffectDay noisy = days(17, 1, moved).getLast();

        // Looked at once: 10 ± 4.4.
        assertThat(quiet.low()).isBetween(2.0, 5.5);
        assertThat(quiet.high()).isBetween(14.5, 18.0);
        assertThat(noisy.low()).isLessThan(quiet.low() - 2);
        assertThat(noisy.high()).isGreaterThan(quiet.high() + 2);
    }

    @Test
    void ofTooFewPeopleInAnArmNothingIsTold() {
        assertThat(days(1, 1, moved(0, false, 100, 10), moved(0, true, 19, 1))).isEmpty();
        assertThat(days(17, 1, moved(0, false, 100, 10), moved(0, true, 50, 1))).isEmpty();
        assertThat(days(1, 1)).isEmpty();
    }

    @Test
    void aLongTimeHasEightPartsAndWhatCameBeforeItCountsInTheFirst() {
        List<EffectDay> days = days(1, 30, moved(-3, false, 100, 10), moved(2, true, 100, 5), moved(29, true, 40, 4));

        assertThat(days).hasSize(8);
        assertThat(days.getFirst().day()).isEqualTo(FIRST.plusDays(3));
        assertThat(days.getLast().day()).isEqualTo(FIRST.plusDays(29));
        assertThat(days).extracting(EffectDay::none).startsWith(100L).endsWith(140L);
    }
}
