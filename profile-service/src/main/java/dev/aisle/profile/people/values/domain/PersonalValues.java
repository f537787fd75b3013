package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.profile.people.values.domain.NamedValue.Course;
import dev.aisle.profile.people.values.domain.Taste.Dimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of what somebody likes, will do and when. */
final class PersonalValues {
    private PersonalValues() {}

    static List<NamedValue> tastes() {
        return List.of(
                NamedValue.text(
                        "top_category",
                        "The strongest taste among categories.",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.CATEGORY)),
                NamedValue.text(
                        "top_brand",
                        "The strongest taste among brands.",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.BRAND)),
                NamedValue.text(
                        "top_price_band",
                        "The strongest taste among price bands.",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.PRICE_BAND)),
                NamedValue.text(
                        "top_variant",
                        "The strongest taste among variants.",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.VARIANT)));
    }

    static List<NamedValue> predictions() {
        return List.of(
                NamedValue.text(
                        "life_stage",
                        "Stage of life as a customer.",
                        NamedValue.PERSONAL,
                        Course.DAILY,
                        List.of("visitor", "new", "active", "at_risk", "lapsed", "won_back"),
                        profile -> profile.lifeStage().known().orElse(null)),
                NamedValue.number(
                        "churn",
                        "Probability that the customer has left.",
                        "",
                        NamedValue.PERSONAL,
                        Course.INCREASING,
                        profile -> NamedValue.told(profile.alive(), alive -> 1 - alive)),
                NamedValue.number(
                        "expected_purchases",
                        "Purchase days expected within the horizon.",
                        "days",
                        NamedValue.PERSONAL,
                        Course.DAILY,
                        profile -> NamedValue.told(profile.expectedPurchases(), value -> value)),
                NamedValue.number(
                        "lifetime_value",
                        "What the customer is expected to bring.",
                        "minor units",
                        NamedValue.PERSONAL,
                        Course.DAILY,
                        profile -> NamedValue.told(profile.lifetimeValue(), Estimate::value)),
                NamedValue.number(
                        "days_until_replenishment",
                        "Until the first thing is due again; negative when it is overdue.",
                        "days",
                        NamedValue.PERSONAL,
                        Course.DECREASING,
                        PersonalValues::untilReplenishment));
    }

    static List<NamedValue> rhythm() {
        return List.of(
                NamedValue.number(
                        "best_hour",
                        "Best hour of the day to write, on the person's clock.",
                        "hours",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> NamedValue.told(
                                profile.rhythm(), rhythm -> rhythm.best().hourOfWeek() % 24.0)),
                NamedValue.number(
                        "best_day",
                        "Best day of the week to write, 1 is Monday.",
                        "days",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> NamedValue.told(
                                profile.rhythm(),
                                rhythm -> 1 + Math.floor(rhythm.best().hourOfWeek() / 24.0))));
    }

    private static @Nullable String top(ProfileValues profile, Dimension dimension) {
        return profile.taste(dimension).stream().findFirst().map(Taste::key).orElse(null);
    }

    private static @Nullable Double untilReplenishment(ProfileValues profile) {
        return profile.replenishments().stream()
                .findFirst()
                .map(due -> NamedValue.days(profile.now(), due.due()))
                .orElse(null);
    }
}
