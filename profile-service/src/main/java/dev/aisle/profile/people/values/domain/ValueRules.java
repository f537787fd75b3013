package dev.aisle.profile.people.values.domain;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How values are reckoned.
 *
 * @param tasteHalfLife in which the weight of an event halves
 * @param shopZone whose days count purchases, and whose clock is taken for people whose own isn't known
 * @param horizonDays for which purchases are predicted
 * @param valueMonths of the lifetime value
 * @param monthlyDiscount of it
 */
public record ValueRules(
        Duration tasteHalfLife, ZoneId shopZone, int horizonDays, int valueMonths, double monthlyDiscount) {}
