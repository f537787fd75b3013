package dev.aisle.campaign.delivery.messages.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * A message whose time has come, held by one sender.
 *
 * @param link    random, made with the message: what the world outside knows it by
 * @param consentVersion under which it was queued
 * @param attempts how often it was handed over before
 */
public record Outgoing(
        String id,
        UUID link,
        NewMessage.Recipient to,
        long consentVersion,
        NewMessage.Text text,
        Instant notAfter,
        int attempts) {
    /** Whether it must offer a way to get no more of them. */
    public boolean canBeUnsubscribed() {
        return to.purpose() != Purpose.NECESSARY;
    }
}
