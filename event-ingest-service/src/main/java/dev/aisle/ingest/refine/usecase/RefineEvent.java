package dev.aisle.ingest.refine.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.refine.domain.Cleaning;
import dev.aisle.ingest.refine.domain.History;
import dev.aisle.ingest.refine.domain.History.Active;
import dev.aisle.ingest.refine.domain.History.Erased;
import dev.aisle.ingest.refine.domain.Placement;
import dev.aisle.ingest.refine.domain.RawEvent;
import dev.aisle.ingest.refine.store.Histories;
import dev.aisle.ingest.refine.store.SeenMessages;
import dev.aisle.ingest.shared.domain.Timestamps;
import dev.aisle.platform.consent.Consent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Raw event in, refined event out: once, allowed now, cleaned, and with its place in the person's history. */
public final class RefineEvent extends ContextualProcessor<String, byte[], String, byte[]> {
    private record Memory(SeenMessages seen, Histories histories) {}

    private static final Logger LOG = Logger.getLogger(RefineEvent.class);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Set<Purpose> OF_EVENTS =
            EnumSet.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    private final Standing standing;
    private @Nullable Memory memory;

    public RefineEvent(Standing standing) {
        this.standing = standing;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        SeenMessages seen = new SeenMessages(context.getStateStore(SeenMessages.NAME));
        memory = new Memory(seen, new Histories(context.getStateStore(Histories.NAME)));
        context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> seen.sweep());
    }

    /**
     * A failure of our own is a dead letter as well: the record waits there for the mended code, and the stream goes on. What
     * Kafka throws belongs to the transaction and to the thread.
     */
    @Override
    public void process(Record<String, byte[]> record) {
        try {
            read(record);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Refine failed on a record and goes on", e);
            outputs()
                    .unreadable(record.value(), "refine failed: " + e.getClass().getSimpleName(), record.timestamp());
        }
    }

    private void read(Record<String, byte[]> record) {
        switch (RawEvent.of(record.key(), record.value())) {
            case RawEvent.Unreadable unreadable ->
                outputs().unreadable(record.value(), unreadable.reason(), record.timestamp());
            case RawEvent.Read read -> take(read.event(), record.timestamp());
        }
    }

    private void take(ShopEvent event, long receivedAt) {
        History history = histories().of(event.getPseudonym());
        if (history instanceof Erased || standing.erased().test(event.getPseudonym())) {
            reject(event, "erased", "the person was erased", receivedAt);
            return;
        }
        if (!seen().firstSeen(event.getPseudonym(), event.getMessageId(), receivedAt)) {
            return;
        }
        Set<Purpose> granted = stillGranted(event);
        if (granted.isEmpty()) {
            reject(event, "withdrawn", "no purpose is granted any more", receivedAt);
            return;
        }
        if (history instanceof Active active) {
            outputs().event(refine(event, granted, active), receivedAt);
        }
    }

    /** What the door saw granted and what is granted now: a withdrawal in between counts, a new grant doesn't. */
    private Set<Purpose> stillGranted(ShopEvent event) {
        Consent consent = standing.consentOf().apply(event.getPseudonym());
        Set<Purpose> granted = EnumSet.noneOf(Purpose.class);
        granted.addAll(consent.granted(Instant.now()));
        granted.retainAll(event.getGrantedPurposesList());
        return granted.stream().anyMatch(OF_EVENTS::contains) ? granted : Set.of();
    }

    private ShopEvent refine(ShopEvent event, Set<Purpose> granted, Active history) {
        ShopEvent.Builder refined = event.toBuilder().clearGrantedPurposes().addAllGrantedPurposes(granted);
        List<Correction> corrections = Cleaning.clean(refined);
        Placement placement = Placement.of(
                history, Timestamps.toInstant(refined.getOccurredAt()), event.getPseudonym(), event.getMessageId());
        histories().put(event.getPseudonym(), placement.after());
        return refined.setRefinement(Refinement.newBuilder()
                        .setRefinedAt(Timestamps.of(Instant.now()))
                        .setSessionId(placement.session().toString())
                        .setSessionPosition(placement.position())
                        .setPersonSequence(placement.after().sequence())
                        .setLate(placement.late())
                        .addAllCorrections(corrections))
                .build();
    }

    private void reject(ShopEvent event, String code, String reason, long receivedAt) {
        outputs().rejected(event.getMessageId(), code, reason, event.getSource(), receivedAt);
    }

    private Outputs outputs() {
        return new Outputs(context());
    }

    private Histories histories() {
        return memory().histories();
    }

    private SeenMessages seen() {
        return memory().seen();
    }

    private Memory memory() {
        return Objects.requireNonNull(memory, "Kafka Streams calls init first");
    }
}
