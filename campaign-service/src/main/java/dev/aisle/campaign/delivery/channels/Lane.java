package dev.aisle.campaign.delivery.channels;

import dev.aisle.campaign.delivery.messages.domain.Outcome;

/** One connection of a channel, used by one thread. */
public interface Lane extends AutoCloseable {
    /** Whether something could be handed over now; asked before that is written down, so that an outage costs nobody an attempt. */
    boolean ready();

    /** Hands a message over and says what came of it. Never throws because of the other side. */
    Outcome deliver(Letter letter);

    @Override
    void close();
}
