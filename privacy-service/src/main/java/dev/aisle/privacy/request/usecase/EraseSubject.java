package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.request.domain.RequestType;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.ErasedSubjectRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Erases a subject here and asks the others to. Everything is one transaction: the tombstone, what is removed, the denial of every
 * purpose, the message to the others, and our own receipt.
 */
@ApplicationScoped
class EraseSubject {
    private final RequestRepository requests;
    private final ErasedSubjectRepository erased;
    private final Erasures erasures;
    private final OwnErasure ownErasure;
    private final RequestAudit audit;

    EraseSubject(
            RequestRepository requests,
            ErasedSubjectRepository erased,
            Erasures erasures,
            OwnErasure ownErasure,
            RequestAudit audit) {
        this.requests = requests;
        this.erased = erased;
        this.erasures = erasures;
        this.ownErasure = ownErasure;
        this.audit = audit;
    }

    /** Erases a subject that the caller holds and that was not erased before. */
    RequestRow erase(Pseudonym pseudonym, Instant now) {
        RequestRow request = new RequestRow(UUID.randomUUID(), pseudonym.value(), RequestType.ERASURE, now);
        requests.persistAndFlush(request);
        audit.received(request);
        erased.persistAndFlush(new ErasedSubjectRow(pseudonym.value(), request.id(), now));
        ownErasure.erase(pseudonym, request, erasures.send(request), now);
        return request;
    }
}
