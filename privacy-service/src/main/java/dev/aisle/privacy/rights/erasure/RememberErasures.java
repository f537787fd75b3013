package dev.aisle.privacy.rights.erasure;

import dev.aisle.platform.erasure.Erased;
import dev.aisle.platform.restore.ErasuresReapplied;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.ReceiptRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** After an older backup was put back, this service knows again whom it has erased since: the topic says so. */
@ApplicationScoped
class RememberErasures {
    private final ErasedSubjectRepository erased;
    private final RequestRepository requests;
    private final ConcealErased concealErased;

    RememberErasures(ErasedSubjectRepository erased, RequestRepository requests, ConcealErased concealErased) {
        this.requests = requests;
        this.erased = erased;
        this.concealErased = concealErased;
    }

    /** Takes back what the backup has brought. */
    @Transactional
    void remember(@Observes ErasuresReapplied reapplied) {
        Set<String> known = erased.marks();
        for (Erased one : reapplied.everyone()) {
            UUID request = ReceiptRules.requestId(one.requestId());
            if (request != null && !known.contains(one.mark())) {
                erased.remember(one.mark(), request, one.at());
            }
        }
        Instant now = Instant.now();
        for (String pseudonym : reapplied.cameBack()) {
            // Of an erasure that is under way the others must still be told whom.
            if (!requests.isErasing(pseudonym)) {
                concealErased.conceal(pseudonym, now);
            }
        }
    }
}
