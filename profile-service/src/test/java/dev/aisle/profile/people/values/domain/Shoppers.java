package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.algorithms.customers.rfm.RfmBands;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What shoppers of these tests do, and what is said of them with example models. */
final class Shoppers {
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    static final Duration HALF_LIFE = Duration.ofDays(30);

    static final Fitted FITTED = new Fitted(
            BetaGeometric.mbgNbd(0.5, 5, 0.8, 2.4),
            7,
            new GammaGamma(6.25, 3.74, 15.44),
            RfmBands.of(new double[] {1, 10, 50, 100, 300}, new double[] {1, 1, 2, 4, 9}, new double[] {
                100, 500, 900, 2_000, 9_000
            }),
            new CouponSensitivity(1, 3),
            new Fitted.Gaps(new Replenishment(2, 3, 40), Map.of("Food", new Replenishment(3, 4, 60))),
            Map.of("lifetime", 7L),
            Map.of());

    private Shoppers() {}

    static ProfileValues values(List<PersonEvent> events, Instant now) {
        return new ProfileValues(PersonEvents.of(events), now, FITTED, rules(ZoneOffset.UTC));
    }

    static ValueRules rules(ZoneId shop) {
        return new ValueRules(HALF_LIFE, shop, 90, 12, 0.01);
    }

    static PersonEvent viewed(String product, String category, Instant at) {
        return event(EventType.PRODUCT_VIEW, product, category, at, null);
    }

    static PersonEvent bought(Instant at, long paid) {
        return event(EventType.PURCHASE, "tea", "Food", at, new PersonOrder("o" + at, paid, 0, "EUR", ""));
    }

    private static PersonEvent event(EventType type, String product, String category, Instant at, PersonOrder order) {
        return new PersonEvent(
                Objects.hash(type, product, at),
                at,
                type,
                Set.of(Purpose.PERSONALIZATION),
                1,
                0,
                "",
                List.of(new PersonItem(product, category, "", "", null, 1)),
                order,
                "",
                null,
                PersonContext.NONE,
                EventQuality.PLAIN);
    }

    static PersonEvent with(PersonEvent event, EventQuality quality) {
        return copy(event, event.zone(), quality);
    }

    static PersonEvent at(PersonEvent event, ZoneId zone) {
        return copy(event, zone, event.quality());
    }

    private static PersonEvent copy(PersonEvent event, ZoneId zone, EventQuality quality) {
        return new PersonEvent(
                event.id(),
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                event.list(),
                event.items(),
                event.order(),
                event.name(),
                zone,
                event.context(),
                quality);
    }
}
