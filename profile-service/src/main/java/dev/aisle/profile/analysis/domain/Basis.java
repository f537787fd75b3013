package dev.aisle.profile.analysis.domain;

import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
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
 * @param roundedTo counts of people are told as multiples of it, amounts as coarsely
 */
public record Basis(
        LocalDate from, LocalDate until, String zone, Instant asOf, Figure people, String unit, int k, int roundedTo) {
    /** The basis of an answer. */
    public static Basis of(Days days, Instant asOf, long people, String unit, Disclosure disclosure) {
        return new Basis(
                days.from(),
                days.until(),
                days.zone().getId(),
                asOf,
                disclosure.people(people),
                unit,
                disclosure.threshold().k(),
                disclosure.base());
    }
}
