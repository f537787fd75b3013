package dev.aisle.local.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.chaos.Ledger;
import dev.aisle.local.chaos.Numbered;
import dev.aisle.local.chaos.Sender;
import dev.aisle.local.client.Json;
import dev.aisle.local.demo.SimulatedData;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The simulator's shop at a steady rate: each shopper's events numbered in their order, sent by one lane until the door has answered for
 * them, and noted in the ledger then.
 */
public final class ShopEvents {
    /** Senders, each with people of its own. */
    public static final int LANES = 8;

    private static final int PRODUCTS = 200;
    private static final int DAYS = 3_650;
    private static final int MOST_AT_ONCE = 10;

    private final int shoppers;
    private final Sender sender;
    private final Ledger ledger;
    private final int[] next;
    private final List<Iterator<Moment>> lanes;
    private final LongAdder acknowledged = new LongAdder();

    private record Moment(int person, ObjectNode event) {}

    /**
     * A shop of a seed.
     *
     * @param ledger is told what was acknowledged
     */
    public ShopEvents(long seed, int shoppers, Sender sender, Ledger ledger) {
        this.shoppers = shoppers;
        this.sender = sender;
        this.ledger = ledger;
        this.next = new int[shoppers];
        var shop = new Shop(new ShopSettings(seed, PRODUCTS, shoppers, LocalDate.of(2026, 1, 1), DAYS, 0.3));
        var numbers = new HashMap<String, Integer>();
        shop.shoppers().forEach(shopper -> numbers.put(shopper.id(), numbers.size()));
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> shop.events()
                        .filter(event ->
                                number(numbers, event.origin().shopper().id()) % LANES == lane)
                        .map(event -> new Moment(
                                number(numbers, event.origin().shopper().id()), SimulatedData.segment(event)))
                        .iterator())
                .toList();
    }

    private static int number(Map<String, Integer> numbers, String shopper) {
        return numbers.getOrDefault(shopper, 0);
    }

    /** The customer numbers of everybody. */
    public List<String> customers() {
        return IntStream.range(0, shoppers).mapToObj(Numbered::customer).toList();
    }

    /** Events that the door has answered for. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Everybody's first event, until the door knows everybody's consent. */
    public void greet() {
        for (int person = 0; person < shoppers; person++) {
            var event = Json.object().put("type", "track").put("event", "Product Viewed");
            event.putObject("properties").put("product_id", "hello");
            var body = body(List.of(new Moment(person, event)));
            while (sender.deliver(body, 1) > 0) {
                Sender.pause(100);
            }
            done(person, 1);
        }
    }

    /** One lane, at its share of so many events a second. */
    public void run(int lane, int eventsPerSecond, BooleanSupplier goesOn) {
        var events = lanes.get(lane);
        var due = System.nanoTime();
        while (goesOn.getAsBoolean() && events.hasNext()) {
            var batch = new ArrayList<Moment>();
            while (batch.size() < MOST_AT_ONCE && events.hasNext()) {
                batch.add(events.next());
            }
            sender.deliver(body(batch), batch.size());
            batch.forEach(moment -> done(moment.person(), 1));
            due += 1_000_000_000L * LANES * batch.size() / eventsPerSecond;
            // After an outage it goes on at its rate instead of catching up: the faults are to meet a steady load.
            due = Math.max(due, System.nanoTime() - 1_000_000_000L);
            Sender.pause(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        }
    }

    /** Numbers are given in the order of the batch; repeated, it is the same bytes. */
    private String body(List<Moment> batch) {
        var body = Json.object();
        var events = body.putArray("batch");
        var given = new HashMap<Integer, Integer>();
        for (var moment : batch) {
            var number = next[moment.person()] + given.merge(moment.person(), 1, Integer::sum) - 1;
            var event = moment.event().deepCopy();
            event.remove(List.of("anonymousId", "timestamp", "originalTimestamp", "sentAt"));
            event.put("userId", Numbered.customer(moment.person()));
            event.put("messageId", new Numbered(moment.person(), number).messageId());
            events.add(event);
        }
        return Json.write(body);
    }

    private void done(int person, int count) {
        ledger.acknowledged(person, next[person], next[person] + count);
        next[person] += count;
        acknowledged.add(count);
    }
}
