package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.experiments.metrics.Occurrence;
import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Refined events, as far as a metric asks about them. Robots count for nothing. */
@ApplicationScoped
class MetricMessages {
    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final FollowMetrics followMetrics;

    MetricMessages(SealedReader reader, ConsentAtUse consents, FollowMetrics followMetrics) {
        this.reader = reader;
        this.consents = consents;
        this.followMetrics = followMetrics;
    }

    @Incoming("metrics")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Occurrence> happened = reader.read(batch, Sealables.EVENT, WireLimits::violation).stream()
                .filter(event -> event.getGrantedPurposesList().contains(Purpose.ANALYTICS))
                .filter(event ->
                        !isRobot(event) && followMetrics.wants(event.getType().name()))
                .map(EventFields::of)
                .toList();
        if (!happened.isEmpty()) {
            consents.use(happened.stream().map(Occurrence::seen).toList(), () -> followMetrics.follow(happened));
        }
    }

    private static boolean isRobot(ShopEvent event) {
        return event.getContext().getAutomated()
                || event.getRefinement().getFlagsList().stream().anyMatch(flag -> flag.getKind() == Flag.Kind.BOT);
    }
}
