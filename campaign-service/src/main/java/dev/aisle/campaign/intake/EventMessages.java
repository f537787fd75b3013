package dev.aisle.campaign.intake;

import dev.aisle.campaign.delivery.triggers.FollowHappenings;
import dev.aisle.campaign.delivery.triggers.Happening;
import dev.aisle.campaign.people.FollowEvents;
import dev.aisle.campaign.people.Footprint;
import dev.aisle.campaign.people.Trace;
import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Refined events: what people saw and bought. */
@ApplicationScoped
class EventMessages {
    private static final Set<EventType> TELLING =
            Set.of(EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.WISHLIST_ADD, EventType.PURCHASE);

    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final FollowEvents followEvents;
    private final FollowHappenings followHappenings;

    EventMessages(
            SealedReader reader, ConsentAtUse consents, FollowEvents followEvents, FollowHappenings followHappenings) {
        this.reader = reader;
        this.consents = consents;
        this.followEvents = followEvents;
        this.followHappenings = followHappenings;
    }

    @Incoming("events")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<ShopEvent> events = reader.read(batch, Sealables.EVENT, WireLimits::violation).stream()
                .filter(event -> event.getGrantedPurposesList().contains(Purpose.PERSONALIZATION))
                .toList();
        List<Footprint> footprints = events.stream()
                .filter(event -> TELLING.contains(event.getType()))
                .map(EventMessages::footprint)
                .toList();
        List<Happening> happenings =
                events.stream().flatMap(event -> Happenings.of(event).stream()).toList();
        // One after the other, each with a ledger of its own: what triggers ask of a person is kept before they are
        // asked.
        consents.use(events.stream().map(SeenConsent::of).toList(), () -> {
            followEvents.follow(footprints);
            followHappenings.follow(happenings);
        });
    }

    private static Footprint footprint(ShopEvent event) {
        boolean purchase = event.getType() == EventType.PURCHASE;
        Instant at = WireLimits.instant(event.getOccurredAt());
        List<Trace> traces = event.getItemsList().stream()
                .filter(item -> !item.getProductId().isEmpty())
                .map(item -> new Trace(event.getPseudonym(), item.getProductId(), purchase, at))
                .toList();
        return new Footprint(event.getMessageId(), SeenConsent.of(event), purchase, traces);
    }
}
