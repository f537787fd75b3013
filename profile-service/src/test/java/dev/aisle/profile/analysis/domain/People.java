package dev.aisle.profile.analysis.domain;

import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events and people for tests. */
public final class People {
    private static final AtomicLong IDS = new AtomicLong();

    private People() {}

    /** An event of session 1 with a product of a category. */
    public static PersonEvent event(EventType type, String at, String category) {
        return event(type, Instant.parse(at), 1, category, DeviceClass.DESKTOP, null);
    }

    /** The same in a session. */
    public static PersonEvent event(EventType type, Instant at, long session, String category) {
        return event(type, at, session, category, DeviceClass.DESKTOP, null);
    }

    /** A purchase of one piece at a price in minor units. */
    public static PersonEvent purchase(Instant at, String category, long price) {
        return event(EventType.PURCHASE, at, 1, category, DeviceClass.DESKTOP, price);
    }

    /** Any event. */
    public static PersonEvent event(
            EventType type, Instant at, long session, String category, DeviceClass device, Long price) {
        List<PersonItem> items = category.isEmpty()
                ? List.of()
                : List.of(new PersonItem("p-" + category, category, "brand", "", price, 1));
        long id = IDS.incrementAndGet();
        PersonOrder order = price == null ? null : new PersonOrder("o" + id, price, 0, "EUR", "");
        return new PersonEvent(
                id,
                at,
                type,
                Set.of(Purpose.ANALYTICS),
                1,
                session,
                "",
                items,
                order,
                "",
                null,
                new PersonContext(device, "DE", "", "", ""),
                EventQuality.PLAIN);
    }

    /** A purchase with a coupon, when one is named. */
    public static PersonEvent order(Instant at, String category, long price, String coupon) {
        PersonEvent plain = purchase(at, category, price);
        return with(plain, plain.items(), new PersonOrder(plain.order().order(), price, 0, "EUR", coupon));
    }

    /** Two parts of one order. */
    public static PersonEvent together(PersonEvent some, PersonEvent more) {
        PersonOrder first = some.order();
        PersonOrder second = more.order();
        List<PersonItem> items = new ArrayList<>(some.items());
        items.addAll(more.items());
        return with(
                some,
                items,
                new PersonOrder(
                        first.order(),
                        first.revenue() + second.revenue(),
                        0,
                        "EUR",
                        first.reduced() ? first.coupon() : second.coupon()));
    }

    private static PersonEvent with(PersonEvent event, List<PersonItem> items, PersonOrder order) {
        return new PersonEvent(
                event.id(),
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                event.list(),
                items,
                order,
                event.name(),
                event.zone(),
                event.context(),
                event.quality());
    }

    /** A person who did this. */
    public static PersonEvents of(PersonEvent... events) {
        return PersonEvents.of(Arrays.asList(events));
    }

    /** Anybody: up to a dozen events of three types, in few sessions, categories and hours, many at the same time. */
    public static Arbitrary<PersonEvents> anybody(Instant from, int hours) {
        Arbitrary<PersonEvent> event = Combinators.combine(
                        Arbitraries.of(EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.PURCHASE),
                        Arbitraries.integers().between(0, hours),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.of("tea", "ice", ""),
                        Arbitraries.of(DeviceClass.DESKTOP, DeviceClass.MOBILE))
                .as((type, hour, session, category, device) -> event(
                        type,
                        from.plusSeconds(3_600L * hour),
                        session,
                        category,
                        device,
                        type == EventType.PURCHASE ? 500L : null));
        return event.list().ofMaxSize(12).map(PersonEvents::of);
    }

    /** The numbers of a question whose noise is always nothing: what is told is exact but for the rounding. */
    public static GuardedNumbers withoutNoise(Question<?> question) {
        RandomGenerator none = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextGaussian() {
                return 0;
            }
        };
        return new GuardedNumbers(new Noise(GuardLevel.DEFAULT, none), question.touched());
    }

    /** The tally of a crowd in which everybody is there 2 to the power of {@code doublings} times. */
    public static <T extends Tally<T>> T manyTimes(Question<T> question, List<PersonEvents> crowd, int doublings) {
        T tally = question.begin();
        crowd.forEach(tally::add);
        for (int i = 0; i < doublings; i++) {
            T twice = question.begin();
            twice.join(tally);
            twice.join(tally);
            tally = twice;
        }
        return tally;
    }

    /** A crowd. */
    public static Arbitrary<List<PersonEvents>> crowd(Instant from, int hours) {
        return anybody(from, hours).list().ofMaxSize(30);
    }
}
