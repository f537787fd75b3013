package dev.aisle.campaign.delivery.messages.domain;

/**
 * What became of a message. A code names no address and quotes no answer, since answers repeat addresses: {@code smtp-550},
 * {@code http-503}, {@code no_address}.
 */
public sealed interface Outcome {
    /** Why, for tables and operators. */
    String code();

    /** The next one on the way has taken it. */
    record Delivered(String code) implements Outcome {}

    /** This address takes nothing, now and later. */
    record Bounced(String code) implements Outcome {}

    /** Surely not taken; may be tried again. */
    record Retry(String code) implements Outcome {}

    /** Refused for good, but not because of the address. */
    record Refused(String code) implements Outcome {}

    /** Whether it was taken nobody knows. */
    record InDoubt(String code) implements Outcome {}

    /** It may not go. */
    record Suppressed(String code) implements Outcome {}

    /** Its time is over. */
    record Expired(String code) implements Outcome {}
}
