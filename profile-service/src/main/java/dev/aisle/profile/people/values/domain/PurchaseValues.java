package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.coupon.CouponUse;
import dev.aisle.algorithms.customers.rfm.RfmScore;
import dev.aisle.algorithms.customers.rfm.RfmSegment;
import dev.aisle.profile.people.values.domain.NamedValue.Course;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of what somebody bought. */
final class PurchaseValues {
    private PurchaseValues() {}

    static List<NamedValue> purchases() {
        return List.of(
                NamedValue.counted("orders", "Different orders.", "orders", profile ->
                        (double) profile.orders().list().size()),
                NamedValue.counted("spent", "Everything paid.", "minor units", profile ->
                        (double) profile.orders().spent()),
                NamedValue.counted(
                        "average_order", "Paid for an order on average.", "minor units", PurchaseValues::averageOrder),
                NamedValue.number(
                        "rfm_recency",
                        "Score of the time since the last purchase, 5 the best.",
                        "",
                        NamedValue.COUNTED,
                        Course.DECREASING,
                        profile -> score(profile, RfmScore::recency)),
                NamedValue.counted(
                        "rfm_frequency",
                        "Score of the purchase days, 5 the best.",
                        "",
                        profile -> score(profile, RfmScore::frequency)),
                NamedValue.counted(
                        "rfm_money",
                        "Score of what was spent, 5 the best.",
                        "",
                        profile -> score(profile, RfmScore::money)),
                NamedValue.text(
                        "rfm_segment",
                        "Corner of the RFM cube.",
                        NamedValue.COUNTED,
                        Course.DAILY,
                        NamedValue.options(RfmSegment.values()),
                        profile -> rfmSegment(profile)),
                NamedValue.number(
                        "coupon_share",
                        "Share of the orders with a coupon or discount.",
                        "",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        PurchaseValues::couponShare),
                NamedValue.number(
                        "coupon_sensitivity",
                        "Inclination to buy with a coupon, 0 to 1.",
                        "",
                        NamedValue.PERSONAL,
                        Course.CONSTANT,
                        profile -> NamedValue.told(profile.couponSensitivity(), Estimate::value)));
    }

    private static @Nullable Double averageOrder(ProfileValues profile) {
        int orders = profile.orders().list().size();
        return orders == 0 ? null : profile.orders().spent() / (double) orders;
    }

    private static @Nullable Double score(ProfileValues profile, Function<RfmScore, Integer> part) {
        return profile.rfm()
                .known()
                .map(Rfm::score)
                .map(part)
                .map(Integer::doubleValue)
                .orElse(null);
    }

    private static @Nullable String rfmSegment(ProfileValues profile) {
        return profile.rfm()
                .known()
                .map(Rfm::score)
                .map(score -> NamedValue.lower(score.segment()))
                .orElse(null);
    }

    private static @Nullable Double couponShare(ProfileValues profile) {
        CouponUse use = profile.couponUse();
        return use.purchases() == 0 ? null : use.withCoupon() / (double) use.purchases();
    }
}
