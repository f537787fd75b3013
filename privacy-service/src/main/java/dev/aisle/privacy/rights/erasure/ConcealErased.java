package dev.aisle.privacy.rights.erasure;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Lets the pseudonym go, once every service has erased the person: it was needed to tell them whom. From now on the mark stands in its
 * place, and the compacted topics are told to drop what they have under it.
 */
@ApplicationScoped
public class ConcealErased {
    private final RequestRepository requests;
    private final LegalHoldRepository holds;
    private final Outbox outbox;
    private final ErasureMarks marks;

    ConcealErased(RequestRepository requests, LegalHoldRepository holds, Outbox outbox, ErasureMarks marks) {
        this.requests = requests;
        this.holds = holds;
        this.outbox = outbox;
        this.marks = marks;
    }

    /** Conceals the person of an erasure that is complete. */
    public void conceal(RequestRow request, Instant now) {
        String pseudonym = request.pseudonym();
        if (ErasureMarks.isMark(pseudonym)) {
            return;
        }
        request.conceal(marks.of(pseudonym));
        conceal(pseudonym, now);
    }

    /** Conceals a pseudonym that was erased before, wherever it stands here. */
    public void conceal(String pseudonym, Instant now) {
        requests.conceal(pseudonym, marks.of(pseudonym), now);
        holds.forget(pseudonym);
        outbox.putTombstone(Topic.ERASURES, pseudonym);
        outbox.putTombstone(Topic.CONSENTS, pseudonym);
    }
}
