package dev.aisle.campaign.reports.edge;

import dev.aisle.campaign.reports.domain.Response;
import dev.aisle.campaign.reports.usecase.FollowResponses;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Refined events: what people did with what campaigns gave them, and what they ordered. */
@ApplicationScoped
class ResponseMessages {
    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final FollowResponses followResponses;

    ResponseMessages(SealedReader reader, ConsentAtUse consents, FollowResponses followResponses) {
        this.reader = reader;
        this.consents = consents;
        this.followResponses = followResponses;
    }

    @Incoming("responses")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        // What can't be read goes to the dead letters by the consumer that folds all events; here it only doesn't
        // count.
        List<Response> responses = reader.read(batch, Sealables.EVENT, event -> null).stream()
                .filter(event -> event.getGrantedPurposesList().contains(Purpose.ANALYTICS))
                .flatMap(ResponseMessages::response)
                .toList();
        if (!responses.isEmpty()) {
            consents.use(responses.stream().map(Response::seen).toList(), () -> followResponses.follow(responses));
        }
    }

    private static Stream<Response> response(ShopEvent event) {
        SeenConsent seen = SeenConsent.of(event);
        Instant at = Instant.ofEpochSecond(
                event.getOccurredAt().getSeconds(), event.getOccurredAt().getNanos());
        String id = event.getMessageId();
        return switch (event.getType()) {
            case PURCHASE -> {
                Money paid = event.getOrder().hasRevenue()
                        ? event.getOrder().getRevenue()
                        : event.getOrder().getTotal();
                yield Stream.of(new Response.Ordered(id, seen, paid.getMinorUnits(), paid.getCurrency(), at));
            }
            case PROMOTION_CLICK ->
                Stream.of(new Response.Clicked(id, seen, event.getPromotion().getPromotionId(), at));
            case MESSAGE_CLICKED ->
                Stream.of(new Response.Clicked(id, seen, event.getMessage().getMessageId(), at));
            case MESSAGE_OPENED ->
                Stream.of(new Response.Opened(id, seen, event.getMessage().getMessageId(), at));
            default -> Stream.empty();
        };
    }
}
