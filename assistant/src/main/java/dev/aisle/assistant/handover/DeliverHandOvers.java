package dev.aisle.assistant.handover;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Gives conversations to the shop's desk: at once, and again until it takes them, three days long. */
@Singleton
public class DeliverHandOvers {
    private static final Logger LOG = Logger.getLogger(DeliverHandOvers.class);

    private final HandOverRepository handOvers;
    private final CallDesk desk;
    private final Duration retryAfter;
    private final BusinessHours hours;

    DeliverHandOvers(HandOverRepository handOvers, CallDesk desk, AssistantSettings settings) {
        AssistantSettings.HandOver configured = settings.handOver();
        this.handOvers = handOvers;
        this.desk = desk;
        this.retryAfter = configured.retryAfter();
        var closed = Set.copyOf(configured.closed().orElse(List.of()));
        this.hours = configured
                .hours()
                .map(text -> BusinessHours.of(text, configured.zone(), closed))
                .orElseGet(() -> BusinessHours.always(configured.zone(), closed));
    }

    /** Whether there is a desk. */
    public boolean ready() {
        return desk.ready();
    }

    /** When somebody is there. */
    public BusinessHours hours() {
        return hours;
    }

    /** Gives a conversation to the desk; whether it took it already. It is tried again when it didn't. */
    public boolean give(Conversation conversation, String body) {
        Instant now = Instant.now();
        Optional<HandOver> put = handOvers.put(conversation, body, now, now.plus(desk.longest()));
        return put.isPresent() && deliver(put.get());
    }

    /** Tries those again that are due. */
    public void deliverDue() {
        if (!desk.ready()) {
            return;
        }
        Instant now = Instant.now();
        handOvers.claim(now, now.plus(desk.longest().multipliedBy(10))).forEach(this::deliver);
    }

    private boolean deliver(HandOver handOver) {
        Optional<String> failure = desk.call(handOver);
        Instant now = Instant.now();
        if (failure.isEmpty()) {
            handOvers.delivered(handOver.id(), now);
            return true;
        }
        LOG.warnf("A conversation was not taken by the desk: %s", failure.get());
        handOvers.failed(handOver.id(), failure.get(), now.plus(handOver.pause(retryAfter)));
        return false;
    }
}
