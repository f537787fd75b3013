package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What people may have done. */
public final class Histories {
    /** The days in which they did it: over the ends of months and both changes of clocks. */
    public static final Instant FROM = Instant.parse("2026-02-20T00:00:00Z");

    private static final Duration SPAN = Duration.ofDays(280);
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"));

    private Histories() {}

    /** Events of few identities, so that some are one event in several readings. */
    public static Arbitrary<List<PersonEvent>> events() {
        return event().list().ofMaxSize(60);
    }

    /** One event. */
    public static Arbitrary<PersonEvent> event() {
        Arbitrary<Long> ids = Arbitraries.longs().between(1, 50);
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(0, SPAN.toMillis() - 1).map(FROM::plusMillis);
        Arbitrary<EventType> types = Arbitraries.of(
                EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.PURCHASE, EventType.SEARCH, EventType.CUSTOM);
        Arbitrary<Set<Purpose>> purposes =
                Arbitraries.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION).set().ofMinSize(1);
        Arbitrary<Long> versions = Arbitraries.longs().between(0, 5);
        Arbitrary<List<PersonItem>> items = item().list().ofMaxSize(3);
        Arbitrary<ZoneId> zones = Arbitraries.of(ZONES).injectNull(0.3);
        Arbitrary<EventQuality> qualities = Arbitraries.of(
                EventQuality.PLAIN,
                new EventQuality(true, false, false, List.of(), List.of()),
                new EventQuality(false, true, true, List.of("items.brand=product"), List.of("order.total")));
        return Combinators.combine(ids, moments, types, purposes, versions, items, zones, qualities)
                .as((id, at, type, granted, version, of, zone, quality) -> new PersonEvent(
                        id,
                        at,
                        type,
                        granted,
                        version,
                        id % 7,
                        type == EventType.SEARCH ? "Tea" : "",
                        of,
                        type == EventType.PURCHASE ? new PersonOrder("o" + id, 100 * id, id % 3, "EUR", "") : null,
                        type == EventType.CUSTOM ? "Quiz Done" : "",
                        zone,
                        new PersonContext(DeviceClass.MOBILE, "DE", "", "", "/p/" + id),
                        quality));
    }

    private static Arbitrary<PersonItem> item() {
        return Combinators.combine(
                        Arbitraries.of("tea", "ice", "jam"),
                        Arbitraries.of("Food/Tea", "Food/Frozen", ""),
                        Arbitraries.of("Acme", ""),
                        Arbitraries.longs().between(0, 5_000).injectNull(0.2),
                        Arbitraries.of(1.0, 2.0, 0.25))
                .as((product, category, brand, price, quantity) ->
                        new PersonItem(product, category, brand, "", price, quantity));
    }
}
