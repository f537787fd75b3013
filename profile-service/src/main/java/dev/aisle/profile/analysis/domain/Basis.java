package dev.aisle.profile.analysis.domain;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a chart rests on.
 *
 * @param from the first day
 * @param until the day after the last one
 * @param zone where days are reckoned
 * @param asOf events after this moment were not seen
 * @param people who had something to count
 * @param unit what the counts of the chart count: {@code people}, {@code sessions}
 * @param k of fewer people nothing is told
 * @param noise standard deviation of a number to which a person adds 1; a number is told from 3.5 times its noise on, one of a series or with a name of its own from 4.5 times
 */
public record Basis(
        LocalDate from, LocalDate until, String zone, Instant asOf, Figure people, String unit, int k, double noise) {
    /** The basis of an answer. */
    public static Basis of(Days days, Instant asOf, NoisedFigure people, String unit, GuardedNumbers numbers) {
        return new Basis(
                days.from(),
                days.until(),
                days.zone().getId(),
                asOf,
                numbers.told(people),
                unit,
                numbers.level().k(),
                Math.rint(numbers.deviation()));
    }
}
