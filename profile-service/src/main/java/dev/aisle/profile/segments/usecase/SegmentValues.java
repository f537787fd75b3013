package dev.aisle.profile.segments.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import dev.aisle.profile.segments.domain.value.ProfileValue.Course;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The values that rules can ask for. */
final class SegmentValues {
    private SegmentValues() {}

    @Produces
    @Singleton
    static ValueCatalog values() {
        return new ValueCatalog(List.of(
                number("purchases", "", Course.STEADY, (events, now) -> counted(purchases(events), _ -> 1)),
                number(
                        "revenue",
                        "minor units",
                        Course.STEADY,
                        (events, now) -> counted(purchases(events), SegmentValues::revenue)),
                number("average_order_value", "minor units", Course.STEADY, SegmentValues::averageOrder),
                number("coupon_share", "0..1", Course.STEADY, SegmentValues::couponShare),
                number(
                        "days_since_first_seen",
                        "days",
                        Course.RISING,
                        (events, now) -> days(events.list().getFirst(), now)),
                number(
                        "days_since_last_seen",
                        "days",
                        Course.RISING,
                        (events, now) -> days(events.list().getLast(), now)),
                number(
                        "days_since_last_purchase",
                        "days",
                        Course.RISING,
                        (events, now) -> purchases(events).isEmpty()
                                ? null
                                : days(purchases(events).list().getLast(), now))));
    }

    private static ProfileValue number(String name, String unit, Course course, ProfileValue.Reading reading) {
        return new ProfileValue(
                name, ProfileValue.Type.NUMBER, unit, Set.of(Purpose.PERSONALIZATION), course, List.of(), reading);
    }

    private static PersonEvents purchases(PersonEvents events) {
        return events.where(event -> event.type() == EventType.PURCHASE);
    }

    private static Literal counted(PersonEvents events, ToLongFunction<PersonEvent> amount) {
        return new Literal.Numeric(
                BigDecimal.valueOf(events.list().stream().mapToLong(amount).sum()));
    }

    private static long revenue(PersonEvent event) {
        PersonOrder order = event.order();
        Long revenue = order == null ? null : order.revenue();
        return revenue == null ? 0 : revenue;
    }

    private static @Nullable Literal averageOrder(PersonEvents events, Instant now) {
        PersonEvents orders = purchases(events)
                .where(event -> event.order() != null && event.order().revenue() != null);
        return orders.isEmpty()
                ? null
                : ratio(orders.list().stream().mapToLong(SegmentValues::revenue).sum(), orders, 0);
    }

    private static @Nullable Literal couponShare(PersonEvents events, Instant now) {
        PersonEvents orders = purchases(events).where(event -> event.order() != null);
        return orders.isEmpty()
                ? null
                : ratio(
                        orders.list().stream()
                                .map(PersonEvent::order)
                                .filter(order -> order != null && order.reduced())
                                .count(),
                        orders,
                        4);
    }

    private static Literal ratio(long amount, PersonEvents of, int digits) {
        return new Literal.Numeric(
                BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(of.list().size()), digits, RoundingMode.HALF_UP));
    }

    private static Literal days(PersonEvent event, Instant now) {
        return new Literal.Numeric(
                BigDecimal.valueOf(Duration.between(event.at(), now).toHours())
                        .divide(BigDecimal.valueOf(24), 4, RoundingMode.HALF_UP));
    }
}
