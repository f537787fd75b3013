package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.values.domain.ValueRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of profiles. */
@ConfigMapping(prefix = "aisle.profile")
public interface ProfileSettings {
    /** Time in which the weight of an event in a taste halves. */
    @WithDefault("30d")
    Duration tasteHalfLife();

    /** Zone whose days count purchases, and whose clock is taken for people whose own isn't known. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** Days for which purchases are predicted. */
    @WithDefault("90")
    int horizonDays();

    /** Months of the lifetime value. */
    @WithDefault("12")
    int valueMonths();

    /** Monthly discount of the lifetime value. */
    @WithDefault("0.01")
    double monthlyDiscount();

    /** The same as rules. */
    default ValueRules rules() {
        return new ValueRules(tasteHalfLife(), timeZone(), horizonDays(), valueMonths(), monthlyDiscount());
    }
}
