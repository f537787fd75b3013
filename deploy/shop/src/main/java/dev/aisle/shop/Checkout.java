package dev.aisle.shop;

import dev.aisle.shop.Order.Line;
import dev.aisle.shop.Order.Parcel;
import dev.aisle.shop.gateway.Reply;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;

/** Places an order: the coupon is held first, then the order is made, then the coupon is redeemed and the door is told. */
final class Checkout {
    private static final Duration DELIVERY = Duration.ofDays(3);
    private static final int NUMBERS = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Shelf shelf;
    private final Orders orders;
    private final Clock clock;

    Checkout(Shelf shelf, Orders orders, Clock clock) {
        this.shelf = shelf;
        this.orders = orders;
        this.clock = clock;
    }

    /** How it went; when it was refused nothing was ordered and nothing is held. */
    sealed interface Outcome {
        record Placed(Order order) implements Outcome {}

        record Refused(String why) implements Outcome {}

        record Empty() implements Outcome {}
    }

    /** Places what lies in the cart. */
    Outcome order(Visit visit) {
        Lock ordering = visit.visitor().ordering();
        ordering.lock();
        try {
            return placed(visit);
        } finally {
            ordering.unlock();
        }
    }

    private Outcome placed(Visit visit) {
        Bill bill = Bill.of(visit, shelf);
        if (bill.lines().isEmpty()) {
            return new Outcome.Empty();
        }
        Optional<String> use = bill.couponApplies() ? Optional.of("shop-" + UUID.randomUUID()) : Optional.empty();
        if (use.isPresent()) {
            Reply held = visit.apis()
                    .till()
                    .reserved(
                            use.get(), bill.basket(visit, visit.visitor().cart().code()));
            if (!held.ok()) {
                return new Outcome.Refused(
                        held.json().path("detail").asText(visit.words().of("coupon.unreachable")));
            }
        }
        return new Outcome.Placed(placed(visit, bill, use));
    }

    private Order placed(Visit visit, Bill bill, Optional<String> use) {
        Visitor visitor = visit.visitor();
        Instant now = clock.instant();
        Order order = new Order(
                "HS" + (NUMBERS + random.nextInt(NUMBERS)),
                visitor.subject(),
                Order.Status.PLACED,
                now,
                Parcel.expected(now.plus(DELIVERY)),
                bill.lines().entrySet().stream()
                        .map(line -> new Line(line.getKey().id(), line.getValue()))
                        .toList(),
                use);
        orders.place(order);
        // Where this gets lost a real shop repeats it: the same call has the same answer, and the reservation is kept
        // meanwhile.
        use.ifPresent(visitor.apis().till()::redeemed);
        Tell.ordered(
                visitor,
                order.number(),
                bill.total(),
                use.map(_ -> visitor.cart().code()),
                bill.lines());
        visitor.cart().clear();
        return order;
    }

    /** Cancels an order of this visitor, and gives its coupon back. */
    boolean cancel(Visit visit, String number) {
        Optional<Order> cancelled = orders.cancel(number, visit.visitor().subject());
        cancelled.flatMap(Order::couponUse).ifPresent(visit.apis().till()::released);
        return cancelled.isPresent();
    }
}
