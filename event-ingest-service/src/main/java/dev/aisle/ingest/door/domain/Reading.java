package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.values.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One item of a request: understood, or why not. */
public sealed interface Reading {
    /** Its place in the batch. */
    int index();

    /**
     * An event that lacks only the pseudonym and the consent of its person.
     *
     * @param occurredAt by our clock
     * @param mended what was put right in it; {@code null} for nothing
     */
    record Candidate(
            int index,
            String messageId,
            Identity identity,
            Instant occurredAt,
            ShopEvent.Builder event,
            @Nullable Fault mended)
            implements Reading {}

    /**
     * An item that doesn't go on.
     *
     * @param messageId as the client gave it, when it gave a valid one
     * @param rest what could be read beside the fault; {@code null} when not even whose event it is could be
     */
    record Rejection(
            int index,
            @Nullable String messageId,
            Fault fault,
            @Nullable Candidate rest) implements Reading {}
}
