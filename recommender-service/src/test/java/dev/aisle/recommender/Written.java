package dev.aisle.recommender;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.ExposedItem;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.recommender.interactions.ErasedPeople;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What other services would write to the topics. */
public final class Written {
    private static final List<Purpose> PURPOSES = List.of(Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    private Written() {}

    /** A pseudonym that nobody had before. */
    public static String person() {
        return "p1.k1." + UUID.randomUUID().toString().replace("-", "");
    }

    public static void consent(String person, long version, ConsentStatus status) {
        consent(person, version, status, 0);
    }

    /** A consent whose purposes were refused at an earlier version; 0 when never. */
    public static void consent(String person, long version, ConsentStatus status, long refusedAt) {
        consent(person, version, status, refusedAt, person);
    }

    /** The same with the keys of these names. */
    public static void consent(
            String person, long version, ConsentStatus status, long refusedAt, String... payloadKeys) {
        ConsentState.Builder state =
                ConsentState.newBuilder().setPseudonym(person).setVersion(version);
        for (String key : payloadKeys) {
            state.addPayloadKeys(TestKeys.of(key));
        }
        PURPOSES.forEach(purpose -> state.addDecisions(
                PurposeDecision.newBuilder().setPurpose(purpose).setStatus(status)));
        if (refusedAt > 0) {
            PURPOSES.forEach(purpose -> state.addFences(
                    PurposeFence.newBuilder().setPurpose(purpose).setVersion(refusedAt)));
        }
        TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
    }

    /** A consent to these purposes and to no other. */
    public static void grants(String person, long version, Purpose... purposes) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(person));
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
    }

    /** A person who grants everything that recommending needs, and of whom the service knows it. */
    public static String willingPerson() {
        return willingPeople(1).getFirst();
    }

    /** As many of them. */
    public static List<String> willingPeople(int count) {
        List<String> people = Stream.generate(Written::person).limit(count).toList();
        people.forEach(person -> consent(person, 1, ConsentStatus.GRANTED));
        ConsentView consents = Arc.container().instance(ConsentView.class).get();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> people.stream().allMatch(consents::knows));
        return people;
    }

    public static void viewed(String person, String productId) {
        event(person, EventType.PRODUCT_VIEW, productId);
    }

    public static void bought(String person, String... productIds) {
        event(person, EventType.PURCHASE, productIds);
    }

    public static void writes(ShopEvent.Builder event) {
        TestRecords.write(Topic.EVENTS, event.getPseudonym(), event.build().toByteArray());
    }

    private static void event(String person, EventType type, String... productIds) {
        TestRecords.write(
                Topic.EVENTS,
                person,
                sealed(newEvent(person, type, productIds).build(), person).toByteArray());
    }

    /** As refine writes it: under the key of that name. */
    public static ShopEvent sealed(ShopEvent event, String key) {
        return seals().seal(Topic.EVENTS, event, underKey(key));
    }

    private static PayloadSeals seals() {
        return Arc.container().instance(PayloadSeals.class).get();
    }

    private static Consent underKey(String key) {
        return Consent.of(
                ConsentState.newBuilder().addPayloadKeys(TestKeys.of(key)).build());
    }

    /** Shown to the person, in this order. */
    public static void shown(String person, String placement, String... productIds) {
        shownOf("", person, placement, productIds);
    }

    /** Items of an answer of the recommender, shown to the person in this order. */
    public static void shownOf(String requestId, String person, String placement, String... productIds) {
        Exposure.Builder exposure = Exposure.newBuilder()
                .setExposureId(UUID.randomUUID().toString())
                .setDecisionId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setPlacement(placement)
                .setRequestId(requestId)
                .setPolicy("rules")
                .setPolicyVersion("welcome@1")
                .setExposedAt(now())
                .setPersonalized(true)
                .setConsentVersion(1);
        for (String id : productIds) {
            exposure.addItems(ExposedItem.newBuilder()
                    .setProductId(id)
                    .setPosition(exposure.getItemsCount() + 1)
                    .setPropensity(1)
                    .setSource("popularity"));
        }
        Exposure sealed = seals().seal(Topic.EXPOSURES, exposure.build(), Sealables.EXPOSURE, underKey(person));
        TestRecords.write(Topic.EXPOSURES, person, sealed.toByteArray());
    }

    /** Buys so many of a product at a price in cents of a euro. */
    public static void paid(String person, String productId, int quantity, long cents) {
        ShopEvent.Builder event = newEvent(person, EventType.PURCHASE)
                .addItems(Item.newBuilder()
                        .setProductId(productId)
                        .setQuantity(quantity)
                        .setPrice(Money.newBuilder().setMinorUnits(cents).setCurrency("EUR")));
        TestRecords.write(Topic.EVENTS, person, sealed(event.build(), person).toByteArray());
    }

    public static ShopEvent.Builder newEvent(String person, EventType type, String... productIds) {
        ShopEvent.Builder event = ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setType(type)
                .setOccurredAt(now())
                .addAllGrantedPurposes(PURPOSES)
                .setConsentVersion(1);
        for (String id : productIds) {
            event.addItems(Item.newBuilder().setProductId(id));
        }
        return event;
    }

    public static Product.Builder product(String id, String title, String... path) {
        return Product.newBuilder()
                .setProductId(id)
                .setTitle(title)
                .addAllCategoryPath(List.of(path))
                .setBrand("Brand")
                .setPrice(Money.newBuilder().setMinorUnits(1299).setCurrency("EUR"))
                .setAvailability(Availability.IN_STOCK)
                .setSourceTime(now());
    }

    public static void sold(Product.Builder product) {
        TestRecords.write(Topic.CATALOG, product.getProductId(), product.build().toByteArray());
    }

    public static void erased(String person) {
        Erasure erasure = Erasure.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setEffectiveAt(now())
                .build();
        TestRecords.write(Topic.ERASURES, person, erasure.toByteArray());
    }

    /** Waits until they are erased: a model that is trained meanwhile counts as one that learned from them. */
    public static void awaitErased(Collection<String> people) {
        Set<String> all = Set.copyOf(people);
        ErasedPeople erased = Arc.container().instance(ErasedPeople.class).get();
        await().atMost(Duration.ofMinutes(2)).until(() -> erased.among(all).equals(all));
    }

    public static Timestamp now() {
        Instant now = Instant.now();
        return Timestamp.newBuilder()
                .setSeconds(now.getEpochSecond())
                .setNanos(now.getNano())
                .build();
    }
}
