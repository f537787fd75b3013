package dev.aisle.local.bench.profile;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Refined events of invented people: sessions of one to six events in the last year, most of them views. */
public final class MadeEvents {
    private static final int PRODUCTS = 5_000;
    private static final String CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int CODE_LENGTH = 32;
    private static final Duration YEAR = Duration.ofDays(365);

    private final int people;
    private final int products;
    private final SplittableRandom random;
    private final Instant now = Instant.now();

    /** The same events a seed, but for the moment. */
    public MadeEvents(int people, long seed) {
        this(people, PRODUCTS, seed);
    }

    /** With so many products instead of the usual ones. */
    public MadeEvents(int people, int products, long seed) {
        this.people = people;
        this.products = products;
        this.random = new SplittableRandom(seed);
    }

    /** The pseudonym of one of them; always the same. */
    public static String pseudonym(int number) {
        var made = new SplittableRandom(number);
        var pseudonym = new StringBuilder("p1.bench.");
        for (int i = 0; i < CODE_LENGTH; i++) {
            pseudonym.append(CODE.charAt(made.nextInt(CODE.length())));
        }
        return pseudonym.toString();
    }

    /** The next session of anybody. */
    List<ShopEvent> session() {
        return sessionOf(pseudonym(random.nextInt(people)));
    }

    /** A session of one of them. */
    List<ShopEvent> sessionOf(String person) {
        var begins = now.minusSeconds(random.nextLong(YEAR.toSeconds()));
        var session = Long.toHexString(random.nextLong());
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(place -> event(person, session, begins.plusSeconds(20L * place)))
                .toList();
    }

    private ShopEvent event(String person, String session, Instant at) {
        var number = (int) (products * Math.pow(random.nextDouble(), 2));
        var chance = random.nextDouble();
        var type = chance < 0.8 ? EventType.PRODUCT_VIEW : chance < 0.95 ? EventType.CART_ADD : EventType.PURCHASE;
        var price = Money.newBuilder().setMinorUnits(199 + number).setCurrency("EUR");
        var event = ShopEvent.newBuilder()
                .setMessageId(Long.toHexString(random.nextLong()))
                .setPseudonym(person)
                .setType(type)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()))
                .addItems(Item.newBuilder()
                        .setProductId("sku-" + number)
                        .setCategory("Department " + number % 8 + "/Shelf " + number % 60)
                        .setBrand("Brand " + number % 120)
                        .setPrice(price))
                .setContext(Context.newBuilder()
                        .setPagePath("/p/" + number)
                        .setTimezone("Europe/Berlin")
                        .setCountry("DE")
                        .setDeviceClass(DeviceClass.MOBILE))
                .addGrantedPurposes(Purpose.ANALYTICS)
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .addGrantedPurposes(Purpose.MODEL_TRAINING)
                .setConsentVersion(1)
                .setRefinement(Refinement.newBuilder().setSessionId(session));
        if (type == EventType.PURCHASE) {
            event.setOrder(Order.newBuilder()
                    .setOrderId(Long.toHexString(random.nextLong()))
                    .setTotal(price));
        }
        return event.build();
    }
}
