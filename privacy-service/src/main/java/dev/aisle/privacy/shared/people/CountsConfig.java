package dev.aisle.privacy.shared.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** How many people are enough, and how much may be found out about fewer. */
@ConfigMapping(prefix = "aisle.counts")
public interface CountsConfig {
    /** The least number of people that is told, and by which two answers must differ. */
    @WithDefault("20")
    int k();

    /** How long the same question gets the same answer. */
    @WithDefault("1h")
    Duration repeat();

    /** The epsilon that an analyst may spend on a dataset in a period. Spent at once, 0.4 lets guess a fact about one person at 59 of 100. */
    @WithDefault("0.4")
    BigDecimal budget();

    /** After what time an analyst has a new budget. The promise is per period: over n periods it is n times as much. */
    @WithDefault("30d")
    Duration budgetPeriod();

    /** How often the figures of consents are taken, one a day for each purpose and answer; read by the scheduler. */
    @WithDefault("6h")
    Duration figuresEvery();

    /** How long after the start they are taken first; read by the scheduler. */
    @WithDefault("10m")
    Duration figuresAfter();
}
