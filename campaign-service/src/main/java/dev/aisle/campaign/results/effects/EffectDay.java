package dev.aisle.campaign.results.effects;

import java.time.LocalDate;

/**
 * How the effect on orders stood at the end of a day, as the guard shows it.
 *
 * @param got people who were assigned a variation so far
 * @param none people of the comparison group so far
 * @param perHundred more people of a hundred who order
 * @param low lower end of an interval that holds at every look
 * @param high upper end
 */
public record EffectDay(LocalDate day, long got, long none, double perHundred, double low, double high) {}
