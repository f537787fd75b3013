package dev.aisle.ingest.door.usecase;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.door.domain.LinkProof;
import dev.aisle.ingest.door.domain.Reading;

/** What would become of one item. */
public sealed interface Verdict {
    /** Its place in the batch. */
    int index();

    /**
     * It would be stored.
     *
     * @param pseudonymType of what the pseudonym would be made: {@code customer_id} or {@code anonymous_id}
     * @param event as it would be stored, without a pseudonym
     * @param link whether it would link its browser to its customer
     * @param hint what its sender probably got wrong; empty for nothing
     */
    record Accepted(int index, String pseudonymType, ShopEvent event, LinkProof link, String hint) implements Verdict {}

    /** It would not be stored: no consent, or suppressed, or erased, which look the same. */
    record Dropped(int index, String messageId, String reason) implements Verdict {}

    /** It is wrong. */
    record Rejected(Reading.Rejection rejection) implements Verdict {
        @Override
        public int index() {
            return rejection.index();
        }
    }
}
