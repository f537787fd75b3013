package dev.aisle.platform.sealing;

import com.google.protobuf.Message;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.messages.v1.OutboundMessage;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.SeenConsent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals and opens the payloads of messages about persons under the keys that stand in their persons' consent states. Keys are unwrapped for each use and
 * cached nowhere: with its state a key is gone here.
 */
@Singleton
@Unremovable
public class PayloadSeals {
    private final SealingKeys keys;
    private final boolean sealing;
    private final SealMetrics metrics;
    private final Function<String, Consent> consentOf;
    private final Predicate<SeenConsent> caughtUp;
    private final SecureRandom random = new SecureRandom();

    @Inject
    PayloadSeals(
            SealingKeys keys,
            @ConfigProperty(name = "aisle.payloads.sealed", defaultValue = "true") boolean sealing,
            MeterRegistry meters,
            ConsentView consents,
            ConsentAtUse atUse) {
        this(keys, sealing, new SealMetrics(meters), consents::of, atUse::caughtUpFor);
    }

    private PayloadSeals(
            SealingKeys keys,
            boolean sealing,
            SealMetrics metrics,
            Function<String, Consent> consentOf,
            Predicate<SeenConsent> caughtUp) {
        this.keys = keys;
        this.sealing = sealing;
        this.metrics = metrics;
        this.consentOf = consentOf;
        this.caughtUp = caughtUp;
    }

    /** Without a container. */
    public static PayloadSeals of(SealingKeys keys, MeterRegistry meters, Function<String, Consent> consentOf) {
        return new PayloadSeals(keys, true, new SealMetrics(meters), consentOf, _ -> false);
    }

    /**
     * The same for whoever asks for consent in another way.
     *
     * @param caughtUp whether more is known of that person's consent now than when it was asked last
     */
    public PayloadSeals asking(Function<String, Consent> consentOf, Predicate<SeenConsent> caughtUp) {
        return new PayloadSeals(keys, sealing, metrics, consentOf, caughtUp);
    }

    /** The event as it goes into a topic, see {@link #seal(Topic, Message, Sealable, Consent)}. */
    public ShopEvent seal(Topic topic, ShopEvent event, Consent consent) {
        return seal(topic, event, Sealables.EVENT, consent);
    }

    /** A message of any kind as it goes into a topic, under what its person allows now; what says nothing of a person stays as it is. */
    public Message sealed(Topic topic, Message message) {
        return switch (message) {
            case ShopEvent event -> seal(topic, event, Sealables.EVENT);
            case Exposure exposure -> seal(topic, exposure, Sealables.EXPOSURE);
            case SegmentChange change -> seal(topic, change, Sealables.SEGMENT_CHANGE);
            case OutboundMessage outbound -> seal(topic, outbound, Sealables.OUTBOUND_MESSAGE);
            default -> message;
        };
    }

    private <M extends Message> M seal(Topic topic, M message, Sealable<M> sealable) {
        String pseudonym = sealable.seen(message).pseudonym();
        return pseudonym.isEmpty() ? message : seal(topic, message, sealable, consentOf.apply(pseudonym));
    }

    /**
     * The message as it goes into a topic. Clear where sealing is switched off, and of a person whose consent has no key yet: those are of a
     * state from before there were keys, and counted.
     *
     * @param consent under which the message goes on
     */
    public <M extends Message> M seal(Topic topic, M message, Sealable<M> sealable, Consent consent) {
        if (!sealing) {
            return message;
        }
        Optional<SubjectKey> key = consent.payloadKeys().stream()
                .flatMap(wrapped -> keys.unwrap(wrapped).stream())
                .findFirst();
        if (key.isEmpty()) {
            metrics.countClear(consent.payloadKeys().isEmpty());
            return message;
        }
        metrics.countSealed();
        return SealedPayload.seal(topic.topicName(), message, sealable, key.get(), random);
    }

    /** An event as it was before it was sealed, see {@link #open(String, Message, Sealable)}. */
    public Optional<ShopEvent> open(String topic, ShopEvent event) {
        return open(topic, event, Sealables.EVENT);
    }

    /**
     * The message as it was before it was sealed; a clear one as it is. Empty, and counted, when no key of its person opens it: who was
     * erased or has withdrawn has none.
     *
     * @param topic from which it was read
     * @throws ConsentAtUse.UnknownNow when it isn't known which keys there are; the message waits
     */
    public <M extends Message> Optional<M> open(String topic, M message, Sealable<M> sealable) {
        if (sealable.sealed(message).isEmpty()) {
            return Optional.of(message);
        }
        SeenConsent seen = sealable.seen(message);
        Optional<M> opened = tryOpen(topic, message, sealable, seen.pseudonym());
        if (opened.isEmpty() && caughtUp.test(seen)) {
            opened = tryOpen(topic, message, sealable, seen.pseudonym());
        }
        if (opened.isEmpty()) {
            metrics.countUnreadable(
                    consentOf.apply(seen.pseudonym()).payloadKeys().isEmpty());
        }
        return opened;
    }

    private <M extends Message> Optional<M> tryOpen(String topic, M message, Sealable<M> sealable, String pseudonym) {
        for (WrappedKey wrapped : consentOf.apply(pseudonym).payloadKeys()) {
            Optional<M> opened = keys.unwrap(wrapped).flatMap(key -> SealedPayload.open(topic, message, sealable, key));
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }
}
