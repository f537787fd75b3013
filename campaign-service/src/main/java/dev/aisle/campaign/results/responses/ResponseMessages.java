package dev.aisle.campaign.results.responses;

import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Refined events: what people did with what campaigns gave them, and what they ordered. */
@ApplicationScoped
class ResponseMessages {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final FollowResponses followResponses;

    ResponseMessages(SealedReader reader, ConsentAtUse consents, FollowResponses followResponses) {
        this.reader = reader;
        this.consents = consents;
        this.followResponses = followResponses;
    }

    @Incoming("responses")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        // Each consumer says what it can't read; the letters of the two are alike.
        // count.
        List<Response> responses = reader.read(batch, Sealables.EVENT, WireLimits::violation).stream()
                .filter(event -> event.getGrantedPurposesList().contains(Purpose.ANALYTICS))
                .flatMap(ResponseMessages::response)
                .toList();
        if (!responses.isEmpty()) {
            consents.use(responses.stream().map(Response::seen).toList(), () -> followResponses.follow(responses));
        }
    }

    private static Stream<Response> response(ShopEvent event) {
        SeenConsent seen = SeenConsent.of(event);
        Instant at = WireLimits.instant(event.getOccurredAt());
        String id = event.getMessageId();
        return switch (event.getType()) {
            case PURCHASE -> {
                Money paid = event.getOrder().hasRevenue()
                        ? event.getOrder().getRevenue()
                        : event.getOrder().getTotal();
                // An order without an amount counts as one, and for no revenue.
                String currency = CURRENCY.matcher(paid.getCurrency()).matches() ? paid.getCurrency() : "";
                yield Stream.of(new Response.Ordered(id, seen, paid.getMinorUnits(), currency, at));
            }
            case EXPOSURE ->
                named(event.getExposure().getExperimentId())
                        .flatMap(experiment -> named(event.getExposure().getVariationId())
                                .map(variation -> new Response.Viewed(
                                        id,
                                        seen,
                                        experiment,
                                        variation,
                                        event.getRefinement().getSessionId(),
                                        at)));
            case PROMOTION_CLICK ->
                named(event.getPromotion().getPromotionId()).map(what -> new Response.Clicked(id, seen, what, at));
            case MESSAGE_CLICKED ->
                named(event.getMessage().getMessageId()).map(what -> new Response.Clicked(id, seen, what, at));
            case MESSAGE_OPENED ->
                named(event.getMessage().getMessageId()).map(what -> new Response.Opened(id, seen, what, at));
            default -> Stream.empty();
        };
    }

    /** The id, if it can be one of ours. */
    private static Stream<String> named(String text) {
        return Stream.of(text).filter(one -> ID.matcher(one).matches());
    }
}
