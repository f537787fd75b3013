package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.algorithms.customers.rfm.RfmBands;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was fitted to the shop's customers. A part that is null isn't there: values that need it are absent and say why.
 *
 * @param purchases in which one-time buyers can leave (MBG/NBD, Pareto/NBD)
 * @param daysPerUnit the unit of time of {@code purchases} in days
 * @param spend what a purchase day is worth, in minor units
 * @param bands of days since the last purchase, purchase days, and what was spent in minor units
 * @param coupons how the inclination to coupons is spread
 * @param gaps between purchase days
 * @param versions of the models by kind
 * @param unusable why a model that was fitted isn't there, by kind
 * @param estimates what was computed with these models
 */
public record Fitted(
        @Nullable LifetimeModel purchases,
        double daysPerUnit,
        @Nullable GammaGamma spend,
        @Nullable RfmBands bands,
        @Nullable CouponSensitivity coupons,
        Gaps gaps,
        Map<String, Long> versions,
        Map<String, String> unusable,
        Estimates estimates) {
    /** Nothing is fitted yet. */
    public static final Fitted NOTHING =
            new Fitted(null, 1, null, null, null, new Gaps(null, Map.of()), Map.of(), Map.of());

    public Fitted {
        versions = Map.copyOf(versions);
        unusable = Map.copyOf(unusable);
    }

    /** Nothing computed yet. */
    public Fitted(
            @Nullable LifetimeModel purchases,
            double daysPerUnit,
            @Nullable GammaGamma spend,
            @Nullable RfmBands bands,
            @Nullable CouponSensitivity coupons,
            Gaps gaps,
            Map<String, Long> versions,
            Map<String, String> unusable) {
        this(purchases, daysPerUnit, spend, bands, coupons, gaps, versions, unusable, new Estimates());
    }

    /**
     * Gaps between purchase days.
     *
     * @param anything of whatever it be
     * @param categories by category
     */
    public record Gaps(@Nullable Replenishment anything, Map<String, Replenishment> categories) {
        public Gaps {
            categories = Map.copyOf(categories);
        }
    }

    /** Why a value isn't there that needs a model of a kind. */
    <T> Told<T> without(String kind) {
        return new Told.Absent<>(unusable.getOrDefault(kind, "no model of the kind " + kind + " is fitted yet"));
    }
}
