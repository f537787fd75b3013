package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.campaigns.contacts.MessageState;
import dev.aisle.campaign.delivery.messages.domain.Backoff;
import dev.aisle.campaign.delivery.messages.domain.Outcome;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Settled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** Where a message stands after an outcome: again in the queue, given up, or done. */
@Singleton
class Outcomes {
    private final Backoff backoff;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final RandomGenerator random;

    @Inject
    Outcomes(MessageSettings settings, InstantSource clock, MeterRegistry meters) {
        this(settings.backoff(), clock, meters, RandomGenerator.getDefault());
    }

    Outcomes(Backoff backoff, InstantSource clock, MeterRegistry meters, RandomGenerator random) {
        this.backoff = backoff;
        this.clock = clock;
        this.meters = meters;
        this.random = random;
    }

    Settled of(Outgoing message, Outcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case Outcome.Delivered _ -> settled(message, MessageState.DELIVERED, outcome, now);
            case Outcome.Bounced _ -> settled(message, MessageState.BOUNCED, outcome, now);
            case Outcome.Refused _ -> settled(message, MessageState.FAILED, outcome, now);
            case Outcome.InDoubt _ -> settled(message, MessageState.IN_DOUBT, outcome, now);
            case Outcome.Suppressed _ -> settled(message, MessageState.SUPPRESSED, outcome, now);
            case Outcome.Expired _ -> settled(message, MessageState.EXPIRED, outcome, now);
            case Outcome.Retry _ -> retry(message, outcome, now);
        };
    }

    private Settled retry(Outgoing message, Outcome outcome, Instant now) {
        int attempts = message.attempts() + 1;
        if (backoff.exhausted(attempts)) {
            return settled(message, MessageState.FAILED, outcome, now);
        }
        Instant next = now.plus(backoff.after(attempts, random));
        return next.isBefore(message.notAfter())
                ? settled(message, MessageState.QUEUED, outcome, next)
                : settled(message, MessageState.EXPIRED, outcome, now);
    }

    private static Settled settled(Outgoing message, MessageState state, Outcome outcome, Instant next) {
        return new Settled(message.id(), state, outcome.code(), next);
    }

    /** Counts what came of messages. */
    void told(Collection<Settled> settled) {
        settled.forEach(one -> Counter.builder("aisle.messages.settled")
                .description("Attempts to deliver a message by where it stands after them")
                .tag("state", one.state().wireName())
                .register(meters)
                .increment());
    }
}
