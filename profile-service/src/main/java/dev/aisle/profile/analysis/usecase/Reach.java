package dev.aisle.profile.analysis.usecase;

import java.time.Instant;
import java.time.LocalDate;

/** How far back events are kept, and so may be asked for. */
public final class Reach {
    private Reach() {}

    /** The first day that may be asked for, in the shop's zone. */
    public static LocalDate firstDay(Instant now, AnalysisSettings settings) {
        return now.atZone(settings.timeZone()).toLocalDate().minus(settings.reach());
    }

    /** When that day began. */
    public static Instant oldest(Instant now, AnalysisSettings settings) {
        return firstDay(now, settings).atStartOfDay(settings.timeZone()).toInstant();
    }
}
