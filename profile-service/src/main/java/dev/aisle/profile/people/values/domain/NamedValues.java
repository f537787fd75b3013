package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.coupon.CouponUse;
import dev.aisle.algorithms.customers.rfm.RfmScore;
import dev.aisle.algorithms.customers.rfm.RfmSegment;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.values.domain.NamedValue.Course;
import dev.aisle.profile.people.values.domain.NamedValue.Reading;
import dev.aisle.profile.people.values.domain.Taste.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every single value that a profile has. */
public final class NamedValues {
    private static final Set<Purpose> COUNTED = Set.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION);
    private static final Set<Purpose> PERSONAL = Set.of(Purpose.PERSONALIZATION);
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private static final List<NamedValue> ALL = all();

    private NamedValues() {}

    /** All, each name once. */
    public static List<NamedValue> list() {
        return ALL;
    }

    private static List<NamedValue> all() {
        List<NamedValue> values = new ArrayList<>();
        for (EventType type : EventType.values()) {
            if (type != EventType.UNRECOGNIZED && type != EventType.EVENT_TYPE_UNSPECIFIED) {
                String name = lower(type);
                values.add(counted("count_" + name, "Events of this type.", "events", profile -> count(profile, type)));
                values.add(new NamedValue(
                        "days_since_" + name,
                        "Time since the last event of this type; unknown when there was none.",
                        NamedValue.Type.NUMBER,
                        "days",
                        COUNTED,
                        Course.INCREASING,
                        List.of(),
                        profile -> daysSince(profile, type)));
            }
        }
        values.addAll(activity());
        values.addAll(purchases());
        values.addAll(tastes());
        values.addAll(predictions());
        values.addAll(circumstances());
        return List.copyOf(values);
    }

    private static List<NamedValue> activity() {
        return List.of(
                counted("events", "Events of whatever type.", "events", profile -> (double) profile.events()),
                counted("sessions", "Different sessions.", "sessions", NamedValues::sessions),
                number(
                        "days_since_seen",
                        "Time since the last event.",
                        "days",
                        COUNTED,
                        Course.INCREASING,
                        profile -> days(profile.lastSeen(), profile.now())),
                number(
                        "days_known",
                        "Time since the first event.",
                        "days",
                        COUNTED,
                        Course.INCREASING,
                        profile -> days(profile.firstSeen(), profile.now())),
                counted(
                        "filled_share",
                        "Values that were missing and filled, an event; at most 1.",
                        "",
                        profile -> profile.quality().filledShare()));
    }

    private static List<NamedValue> purchases() {
        return List.of(
                counted("orders", "Different orders.", "orders", profile ->
                        (double) profile.orders().list().size()),
                counted("spent", "Everything paid.", "minor units", profile ->
                        (double) profile.orders().spent()),
                counted("average_order", "Paid for an order on average.", "minor units", NamedValues::averageOrder),
                number(
                        "rfm_recency",
                        "Score of the time since the last purchase, 5 the best.",
                        "",
                        COUNTED,
                        Course.DECREASING,
                        profile -> score(profile, RfmScore::recency)),
                counted(
                        "rfm_frequency",
                        "Score of the purchase days, 5 the best.",
                        "",
                        profile -> score(profile, RfmScore::frequency)),
                counted(
                        "rfm_money",
                        "Score of what was spent, 5 the best.",
                        "",
                        profile -> score(profile, RfmScore::money)),
                text(
                        "rfm_segment",
                        "Corner of the RFM cube.",
                        COUNTED,
                        Course.DAILY,
                        options(RfmSegment.values()),
                        profile -> rfmSegment(profile)),
                number(
                        "coupon_share",
                        "Share of the orders with a coupon or discount.",
                        "",
                        PERSONAL,
                        Course.CONSTANT,
                        NamedValues::couponShare),
                number(
                        "coupon_sensitivity",
                        "Inclination to buy with a coupon, 0 to 1.",
                        "",
                        PERSONAL,
                        Course.CONSTANT,
                        profile -> told(profile.couponSensitivity(), Estimate::value)));
    }

    private static List<NamedValue> tastes() {
        return List.of(
                text(
                        "top_category",
                        "The strongest taste among categories.",
                        PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.CATEGORY)),
                text(
                        "top_brand",
                        "The strongest taste among brands.",
                        PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.BRAND)),
                text(
                        "top_price_band",
                        "The strongest taste among price bands.",
                        PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.PRICE_BAND)),
                text(
                        "top_variant",
                        "The strongest taste among variants.",
                        PERSONAL,
                        Course.CONSTANT,
                        profile -> top(profile, Dimension.VARIANT)));
    }

    private static List<NamedValue> predictions() {
        return List.of(
                text(
                        "life_stage",
                        "Stage of life as a customer.",
                        PERSONAL,
                        Course.DAILY,
                        List.of("visitor", "new", "active", "at_risk", "lapsed", "won_back"),
                        profile -> profile.lifeStage().known().orElse(null)),
                number(
                        "churn",
                        "Probability that the customer has left.",
                        "",
                        PERSONAL,
                        Course.INCREASING,
                        profile -> told(profile.alive(), alive -> 1 - alive)),
                number(
                        "expected_purchases",
                        "Purchase days expected within the horizon.",
                        "days",
                        PERSONAL,
                        Course.DAILY,
                        profile -> told(profile.expectedPurchases(), value -> value)),
                number(
                        "lifetime_value",
                        "What the customer is expected to bring.",
                        "minor units",
                        PERSONAL,
                        Course.DAILY,
                        profile -> told(profile.lifetimeValue(), Estimate::value)),
                number(
                        "days_until_replenishment",
                        "Until the first thing is due again; negative when it is overdue.",
                        "days",
                        PERSONAL,
                        Course.DECREASING,
                        NamedValues::untilReplenishment));
    }

    private static List<NamedValue> circumstances() {
        return List.of(
                text(
                        "country",
                        "Country of the last event that says it, ISO 3166-1.",
                        COUNTED,
                        Course.CONSTANT,
                        profile -> last(profile, event -> event.context().country())),
                text(
                        "device",
                        "Kind of device of the last event that says it.",
                        COUNTED,
                        Course.CONSTANT,
                        options(DeviceClass.values()),
                        profile -> last(profile, NamedValues::device)),
                number(
                        "best_hour",
                        "Best hour of the day to write, on the person's clock.",
                        "hours",
                        PERSONAL,
                        Course.CONSTANT,
                        profile ->
                                told(profile.rhythm(), rhythm -> rhythm.best().hourOfWeek() % 24.0)),
                number(
                        "best_day",
                        "Best day of the week to write, 1 is Monday.",
                        "days",
                        PERSONAL,
                        Course.CONSTANT,
                        profile -> told(
                                profile.rhythm(),
                                rhythm -> 1 + Math.floor(rhythm.best().hourOfWeek() / 24.0))));
    }

    private static NamedValue counted(String name, String doc, String unit, Reading reading) {
        return number(name, doc, unit, COUNTED, Course.CONSTANT, reading);
    }

    private static NamedValue number(
            String name, String doc, String unit, Set<Purpose> purposes, Course course, Reading reading) {
        return new NamedValue(name, doc, NamedValue.Type.NUMBER, unit, purposes, course, List.of(), reading);
    }

    private static NamedValue text(String name, String doc, Set<Purpose> purposes, Course course, Reading reading) {
        return text(name, doc, purposes, course, List.of(), reading);
    }

    private static NamedValue text(
            String name, String doc, Set<Purpose> purposes, Course course, List<String> options, Reading reading) {
        return new NamedValue(name, doc, NamedValue.Type.TEXT, "", purposes, course, options, reading);
    }

    private static double count(ProfileValues profile, EventType type) {
        return profile.list().stream().filter(event -> event.type() == type).count();
    }

    private static @Nullable Double daysSince(ProfileValues profile, EventType type) {
        return profile.list().reversed().stream()
                .filter(event -> event.type() == type)
                .findFirst()
                .map(event -> days(event.at(), profile.now()))
                .orElse(null);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLIS_PER_DAY;
    }

    private static double sessions(ProfileValues profile) {
        return profile.list().stream()
                .mapToLong(PersonEvent::session)
                .filter(session -> session != 0)
                .distinct()
                .count();
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
                .map(score -> lower(score.segment()))
                .orElse(null);
    }

    private static @Nullable Double couponShare(ProfileValues profile) {
        CouponUse use = profile.couponUse();
        return use.purchases() == 0 ? null : use.withCoupon() / (double) use.purchases();
    }

    private static @Nullable String top(ProfileValues profile, Dimension dimension) {
        return profile.taste(dimension).stream().findFirst().map(Taste::key).orElse(null);
    }

    private static @Nullable Double untilReplenishment(ProfileValues profile) {
        return profile.replenishments().stream()
                .findFirst()
                .map(due -> days(profile.now(), due.due()))
                .orElse(null);
    }

    private static @Nullable String last(ProfileValues profile, Function<PersonEvent, String> reading) {
        return profile.list().reversed().stream()
                .map(reading)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String device(PersonEvent event) {
        DeviceClass device = event.context().device();
        return device == DeviceClass.DEVICE_CLASS_UNSPECIFIED ? "" : lower(device);
    }

    private static <T> @Nullable Double told(Told<T> told, Function<T, Double> reading) {
        return told.known().map(reading).orElse(null);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> options(Enum<?>[] values) {
        return Arrays.stream(values).map(NamedValues::lower).toList();
    }

    /** By name. */
    public static Map<String, NamedValue> byName() {
        return ALL.stream().collect(Collectors.toMap(NamedValue::name, Function.identity()));
    }
}
