package dev.aisle.ingest.catalog.stream;

import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.ingest.catalog.stream.CatalogMetrics.Effect;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Changes in, the state of the product out when it is another one: older source times never win. */
final class MergeChanges extends ContextualProcessor<String, byte[], String, byte[]> {
    private static final Logger LOG = Logger.getLogger(MergeChanges.class);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final CatalogMetrics metrics;
    private @Nullable ProductStates states;

    public MergeChanges(CatalogMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        states = new ProductStates(context.getStateStore(ProductStates.NAME));
        context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    /** A failure of our own is a dead letter as well; what Kafka throws belongs to the transaction and to the thread. */
    @Override
    public void process(Record<String, byte[]> record) {
        try {
            switch (ChangeRecord.of(record.key(), record.value())) {
                case ChangeRecord.Read read -> metrics.count(merge(read.change(), record.timestamp()));
                case ChangeRecord.Unreadable unreadable -> refuse(record, unreadable.reason());
            }
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A catalogue change could not be merged and the stream goes on", e);
            refuse(record, "the merge failed: " + e.getClass().getSimpleName());
        }
    }

    private void refuse(Record<String, byte[]> record, String reason) {
        metrics.count(Effect.UNREADABLE);
        outputs().unreadable(record.value(), reason, record.timestamp());
    }

    private Effect merge(CatalogChange change, long timestamp) {
        String id = change.getProductId();
        ProductState before = states().of(id);
        ProductState after = before.after(change);
        if (after.equals(before)) {
            return change.hasRemoval() || before.isListed() ? Effect.OUTDATED : Effect.PENDING;
        }
        states().put(id, after, timestamp);
        return show(id, before, after, timestamp);
    }

    private Effect show(String id, ProductState before, ProductState after, long timestamp) {
        Optional<Product> shown = after.listed();
        if (shown.isPresent()) {
            boolean same = before.isListed() && before.product().equals(after.product());
            if (!same) {
                outputs().product(shown.get(), timestamp);
            }
            return same ? Effect.UNCHANGED : Effect.APPLIED;
        }
        // Also a product that this store has never seen: the catalogue may have it from before.
        boolean removal = before.isListed() || after.removed().isAfter(before.removed());
        if (removal) {
            outputs().removal(id, timestamp);
        }
        return removal ? Effect.APPLIED : Effect.PENDING;
    }

    private void sweep(long now) {
        for (ProductStates.Forgotten forgotten : states().sweep(now)) {
            if (forgotten.state().isPending()) {
                metrics.count(Effect.UNKNOWN_PRODUCT);
                outputs().unknownProduct(forgotten.productId(), now);
            }
        }
    }

    private CatalogOutputs outputs() {
        return new CatalogOutputs(context());
    }

    private ProductStates states() {
        return Objects.requireNonNull(states, "Kafka Streams calls init first");
    }
}
