package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.platform.consent.Use;

/** The consent at the last moment before a message goes. */
interface LastLook {
    /** What is known. */
    enum Verdict {
        MAY_GO,
        MAY_NOT,
        /** Nobody's consent is known now; the message waits. */
        UNKNOWN
    }

    /** Begins a use, before it is asked; a withdrawal is acknowledged when the uses that began before it have ended. */
    Use beginUse();

    /** Whether a message may go now. */
    Verdict at(Outgoing message);
}
