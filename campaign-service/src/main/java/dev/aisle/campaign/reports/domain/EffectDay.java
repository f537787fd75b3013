package dev.aisle.campaign.reports.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the effect on orders stood at the end of a day.
 *
 * @param got people who were assigned a variation so far
 * @param none people of the comparison group so far
 * @param perHundred more people of a hundred who order
 * @param low lower end of an interval that holds at every look; {@code null} where nothing varies yet
 * @param high upper end
 */
public record EffectDay(
        LocalDate day,
        long got,
        long none,
        double perHundred,
        @Nullable Double low,
        @Nullable Double high) {}
