package dev.aisle.assistant.outside;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the outside model was used for and cost. */
@Singleton
class ReportUse {
    private final UsageRepository usage;
    private final OutsideSettings settings;

    ReportUse(UsageRepository usage, OutsideSettings settings) {
        this.usage = usage;
        this.settings = settings;
    }

    /**
     * Days of use.
     *
     * @param limitPerDay in units of the currency
     */
    public record Use(boolean enabled, String currency, BigDecimal limitPerDay, List<DayOfUse> days) {
        public Use {
            days = List.copyOf(days);
        }
    }

    /** Of these days, both included. */
    public Use between(LocalDate from, LocalDate to) {
        return new Use(settings.enabled(), settings.currency(), settings.limitPerDay(), usage.between(from, to));
    }
}
