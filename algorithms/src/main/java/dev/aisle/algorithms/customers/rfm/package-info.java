/**
 * Recency, frequency and money as fifths of the customers, and the stage of each customer's life. Scores say where someone stands
 * among all; the stage rests on the own history alone.
 *
 * <p>Two rules of scoring: {@link dev.aisle.algorithms.customers.rfm.ScoreBands} cuts by value, so that equal customers get equal
 * scores and one customer can be scored without the others; {@link dev.aisle.algorithms.customers.rfm.Ntile} is SQL's NTILE, whose
 * fifths are of equal size because the order of the ids splits ties. Half of a shop's customers bought once: there an id decides.
 * The product uses bands; NTILE is for comparing with a data warehouse.
 */
@NullMarked
package dev.aisle.algorithms.customers.rfm;

import org.jspecify.annotations.NullMarked;
