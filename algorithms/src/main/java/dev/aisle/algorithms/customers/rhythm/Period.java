package dev.aisle.algorithms.customers.rhythm;

/**
 * The strongest period that was found, and whether it is one.
 *
 * @param length in the unit of the times that were given
 * @param strength 0 to 1: for the periodogram the share of the variance that a sine of this period explains, for the autocorrelation the
 *     correlation with the series moved by it
 * @param falseAlarm the probability of one as strong, at any of the periods that were looked at, when nothing is periodic
 */
public record Period(double length, double strength, double falseAlarm) {}
