package dev.aisle.shop;

import dev.aisle.shop.Order.Line;
import dev.aisle.shop.Order.Parcel;
import dev.aisle.shop.Order.Status;
import dev.aisle.shop.gateway.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orders of the shop: those that were made up, as old as they are told to be at any time, and those that visitors place. */
final class Orders {
    private static final int MOST = 1_000;

    private final List<Order> all = new ArrayList<>();
    private final Instant start;

    Orders(Instant start) {
        this.start = start;
        made(Shopper.ANNA, "HS20431", Status.PACKED, 1, Parcel.expected(day(3)), new Line("p00015", 1));
        made(
                Shopper.ANNA,
                "HS20417",
                Status.SHIPPED,
                3,
                new Parcel("DHL", "JD014600003417", day(-1), day(2), null),
                new Line("p00001", 2),
                new Line("p00012", 1));
        made(
                Shopper.ANNA,
                "HS20388",
                Status.DELIVERED,
                12,
                new Parcel("DHL", "JD014600003388", day(-11), day(-9), day(-9)),
                new Line("p00004", 1));
        made(
                Shopper.LI,
                "HS20502",
                Status.SHIPPED,
                2,
                new Parcel("GLS", "GLS77320502", day(-1), day(1), null),
                new Line("p00011", 3),
                new Line("p00016", 1));
        made(
                Shopper.LI,
                "HS20466",
                Status.RETURNED,
                25,
                new Parcel("GLS", "GLS77320466", day(-24), day(-22), day(-22)),
                new Line("p00005", 1));
    }

    private void made(Shopper owner, String number, Status status, int daysAgo, Parcel parcel, Line... lines) {
        all.add(new Order(number, owner.subject(), status, day(-daysAgo), parcel, List.of(lines), Optional.empty()));
    }

    private Instant day(int count) {
        return start.plus(Duration.ofDays(count));
    }

    /** The latest comes first. */
    synchronized void place(Order order) {
        all.addFirst(order);
        if (all.size() > MOST) {
            all.removeLast();
        }
    }

    /** Cancels an order of that person which isn't packed yet; answers it. */
    synchronized Optional<Order> cancel(String number, Subject owner) {
        Optional<Order> found = find(number, owner).filter(order -> order.status() == Status.PLACED);
        found.ifPresent(order -> all.set(all.indexOf(order), order.cancelled()));
        return found;
    }

    synchronized Optional<Order> find(String number, Subject owner) {
        return of(owner).stream()
                .filter(order -> order.number().equalsIgnoreCase(number))
                .findFirst();
    }

    synchronized Optional<Order> find(String number) {
        return all.stream()
                .filter(order -> order.number().equalsIgnoreCase(number))
                .findFirst();
    }

    synchronized List<Order> of(Subject owner) {
        return all.stream().filter(order -> order.owner().equals(owner)).toList();
    }
}
