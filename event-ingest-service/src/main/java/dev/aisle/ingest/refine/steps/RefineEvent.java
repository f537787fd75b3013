package dev.aisle.ingest.refine.steps;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.refine.memory.Browsers;
import dev.aisle.ingest.refine.memory.Histories;
import dev.aisle.ingest.refine.memory.History;
import dev.aisle.ingest.refine.memory.History.Active;
import dev.aisle.ingest.refine.memory.History.Erased;
import dev.aisle.ingest.refine.memory.Links;
import dev.aisle.ingest.refine.memory.ProductMemory;
import dev.aisle.ingest.refine.memory.References;
import dev.aisle.ingest.refine.memory.SeenMessages;
import dev.aisle.ingest.refine.steps.FinishEvent.Accepted;
import dev.aisle.ingest.refine.steps.FinishEvent.Finished;
import dev.aisle.ingest.refine.steps.RefineMetrics.Outcome;
import dev.aisle.ingest.shared.events.StillGranted;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.sealing.PayloadSeals;
import java.util.Objects;
import java.util.Optional;
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
    private record Memory(SeenMessages seen, Histories histories, LinkPerson persons, FinishEvent finishing) {}

    private static final Logger LOG = Logger.getLogger(RefineEvent.class);

    private final Standing standing;
    private final RefineRules rules;
    private final PayloadSeals seals;
    private final RefineMetrics metrics;
    private @Nullable Memory memory;
    private @Nullable Record<String, byte[]> current;

    /** Refines what stands, by these rules. */
    public RefineEvent(Standing standing, RefineRules rules, PayloadSeals seals, RefineMetrics metrics) {
        this.standing = standing;
        this.rules = rules;
        this.seals = seals;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        SeenMessages seen = new SeenMessages(context.getStateStore(SeenMessages.NAME));
        ProductMemory products = new ProductMemory(context.getStateStore(ProductMemory.NAME));
        References references = new References(context.getStateStore(References.NAME));
        memory = new Memory(
                seen,
                new Histories(context.getStateStore(Histories.NAME)),
                new LinkPerson(
                        standing,
                        new Links(context.getStateStore(Links.NAME)),
                        new Browsers(context.getStateStore(Browsers.NAME))),
                new FinishEvent(rules, products, new FlagEvent(rules.mostEventsPerMinute(), references, products)));
        context.schedule(rules.sweepEvery(), PunctuationType.WALL_CLOCK_TIME, now -> seen.sweep());
        context.schedule(rules.sweepEvery(), PunctuationType.WALL_CLOCK_TIME, now -> forgetGone());
    }

    /**
     * A failure of our own is a dead letter as well: the record waits there for the mended code, and the stream goes on. What
     * Kafka throws belongs to the transaction and to the thread.
     */
    @Override
    public void process(Record<String, byte[]> record) {
        current = record;
        try {
            read(record);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Refine failed on a record and goes on", e);
            metrics.count(Outcome.UNREADABLE);
            outputs()
                    .unreadable(record.value(), "refine failed: " + e.getClass().getSimpleName(), record.timestamp());
        }
    }

    private void read(Record<String, byte[]> record) {
        switch (RawEvent.of(record.key(), record.value())) {
            case RawEvent.Unreadable unreadable -> {
                metrics.count(Outcome.UNREADABLE);
                outputs().unreadable(record.value(), unreadable.reason(), record.timestamp());
            }
            case RawEvent.Read read -> take(read.event(), record.timestamp());
        }
    }

    /** What was remembered under a pseudonym of an older key is of nobody any more once the person has another; and of an erased one. */
    private void forgetGone() {
        Browsers browsers = new Browsers(context().getStateStore(Browsers.NAME));
        memory().histories()
                .forgetGone(person -> !standing.pseudonymOf().apply(person).equals(person), standing.erased())
                .forEach(browsers::forget);
    }

    private void take(ShopEvent event, long receivedAt) {
        standing.catchUp().accept(SeenConsent.of(event));
        String now = standing.pseudonymOf().apply(event.getPseudonym());
        if (!now.equals(event.getPseudonym())) {
            follow(now, event, receivedAt);
            return;
        }
        History history = memory().histories().of(event.getPseudonym());
        if (history instanceof Erased || standing.erased().test(event.getPseudonym())) {
            reject(event, "erased", "the person was erased", receivedAt);
            if (event.getType() == EventType.IDENTIFY) {
                metrics.countLateLogIn();
            }
            return;
        }
        if (memory().seen().holds(event.getPseudonym(), event.getMessageId(), receivedAt)) {
            metrics.count(Outcome.DUPLICATE);
            return;
        }
        Consent consent = standing.consentOf().apply(event.getPseudonym());
        Set<Purpose> granted = StillGranted.of(event, consent);
        if (granted.isEmpty()) {
            reject(event, "withdrawn", "no purpose is granted any more", receivedAt);
        } else if (history instanceof Active active) {
            opened(event, receivedAt).ifPresent(read -> pass(new Accepted(read, granted), consent, active, receivedAt));
        }
        // Last: what failed before it isn't a repetition when it is replayed.
        memory().seen().remember(event.getPseudonym(), event.getMessageId(), receivedAt);
    }

    /** Everything of the event; a refusal when no key of its person opens it any more. */
    private Optional<ShopEvent> opened(ShopEvent event, long receivedAt) {
        Optional<ShopEvent> opened = seals.open(Topic.EVENTS_RAW.topicName(), event);
        if (opened.isEmpty()) {
            reject(event, "key-gone", "no key of its person opens it", receivedAt);
        }
        return opened;
    }

    private void follow(String now, ShopEvent event, long receivedAt) {
        opened(event, receivedAt)
                .map(read -> Merge.follow(now, standing.pseudonymOf().apply(read.getAnonymousPseudonym()), read))
                .ifPresent(moved -> merged(moved, standing.consentOf().apply(now), receivedAt));
    }

    /** Sealed for its person, who is judged here already: who allows nothing has no key, and clear it must not lie there. */
    private void merged(ShopEvent event, Consent consent, long receivedAt) {
        if (standing.erased().test(event.getPseudonym())) {
            reject(event, "erased", "the person was erased", receivedAt);
        } else if (StillGranted.of(event, consent).isEmpty()) {
            reject(event, "withdrawn", "no purpose is granted any more", receivedAt);
        } else {
            metrics.count(Outcome.MERGED);
            outputs().merged(seals.seal(Topic.EVENTS_RAW, event, consent), receivedAt);
        }
    }

    private void pass(Accepted accepted, Consent consent, Active history, long receivedAt) {
        ShopEvent event = accepted.event();
        Optional<String> known = memory().persons().knownPersonOf(event);
        if (known.isPresent()) {
            Consent theirs = standing.consentOf().apply(known.get());
            merged(Merge.into(known.get(), theirs.version(), event, accepted.granted()), theirs, receivedAt);
            return;
        }
        if (isOrderAgain(event, receivedAt)) {
            metrics.count(Outcome.DUPLICATE);
            // Under another message id, so that whoever looks for this one finds what became of it.
            outputs()
                    .rejected(
                            event.getMessageId(),
                            "told-again",
                            "the order was told before by another message",
                            event.getSource(),
                            receivedAt);
            return;
        }
        Finished finished = memory().finishing().finish(accepted, history);
        memory().histories().put(event.getPseudonym(), finished.history());
        metrics.count(Outcome.REFINED);
        outputs().event(seals.seal(Topic.EVENTS, finished.event(), consent), receivedAt);
        memory().persons()
                .claimOf(event)
                .ifPresent(link -> outputs().link(link.getAnonymousPseudonym(), link, receivedAt));
    }

    /** An order counts once, whatever the message that tells it; the first one counts. */
    private boolean isOrderAgain(ShopEvent event, long receivedAt) {
        String order = event.getOrder().getOrderId();
        if (event.getType() != EventType.PURCHASE || order.isEmpty()) {
            return false;
        }
        boolean again = memory().seen().holdsOrder(event.getPseudonym(), order, receivedAt);
        if (!again) {
            memory().seen().rememberOrder(event.getPseudonym(), order, receivedAt);
        }
        return again;
    }

    private void reject(ShopEvent event, String code, String reason, long receivedAt) {
        metrics.count(Outcome.REJECTED);
        outputs().rejected(event.getMessageId(), code, reason, event.getSource(), receivedAt);
    }

    private Outputs outputs() {
        return Outputs.of(context(), Objects.requireNonNull(current, "Only a record has outputs"));
    }

    private Memory memory() {
        return Objects.requireNonNull(memory, "Kafka Streams calls init first");
    }
}
