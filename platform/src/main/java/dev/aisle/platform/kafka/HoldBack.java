package dev.aisle.platform.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps records that come while the service ends from its consumers. Nothing says that they were done, so they are read again. */
@ApplicationScoped
class HoldBack implements PublisherDecorator {
    private final BatchesInWork batches;

    HoldBack(BatchesInWork batches) {
        this.batches = batches;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> channels, boolean isConnector) {
        return isConnector ? publisher.select().where(_ -> !batches.isEnding()) : publisher;
    }
}
