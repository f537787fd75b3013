package dev.aisle.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How much a thing is wanted on a day, as a factor around 1. */
public enum Season {
    NONE(0, 0),
    SPRING(105, 1.2),
    SUMMER(180, 1.0),
    WINTER(15, 0.8),
    /** The weeks before Christmas. */
    ADVENT(345, 1.5);

    private static final double WIDTH_DAYS = 35;
    private static final int YEAR_DAYS = 365;
    private final int peakDayOfYear;
    private final double height;

    Season(int peakDayOfYear, double height) {
        this.peakDayOfYear = peakDayOfYear;
        this.height = height;
    }

    /** 1 + height · exp(−d²/2w²), where d is the distance to the peak over the turn of the year. */
    public double factor(LocalDate day) {
        var apart = Math.abs(day.getDayOfYear() - peakDayOfYear);
        var distance = Math.min(apart, YEAR_DAYS - Math.min(apart, YEAR_DAYS));
        return 1 + height * Math.exp(-(distance * distance) / (2 * WIDTH_DAYS * WIDTH_DAYS));
    }

    /** Visits by the day of the week: more on the weekend. */
    public static double visits(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1.5 : 0.8;
    }
}
