package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Successors;
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
    private final Successors successors;

    EraseSubject(
            RequestRepository requests,
            ErasedSubjectRepository erased,
            Erasures erasures,
            OwnErasure ownErasure,
            Successors successors) {
        this.requests = requests;
        this.erased = erased;
        this.erasures = erasures;
        this.ownErasure = ownErasure;
        this.successors = successors;
    }

    /** Erases a subject that the caller holds and that was not erased before, under the pseudonyms of older keys as well. */
    RequestRow erase(Pseudonym pseudonym, Instant now) {
        RequestRow request = eraseOne(pseudonym, now);
        successors.predecessorsOf(pseudonym.value()).forEach(older -> eraseOne(new Pseudonym(older), now));
        successors.forget(pseudonym.value());
        return request;
    }

    private RequestRow eraseOne(Pseudonym pseudonym, Instant now) {
        RequestRow request = new RequestRow(UUID.randomUUID(), pseudonym.value(), RequestType.ERASURE, now);
        requests.persistAndFlush(request);
        erased.persistAndFlush(new ErasedSubjectRow(pseudonym.value(), request.id(), now));
        ownErasure.erase(pseudonym, request, erasures.send(request), now);
        return request;
    }
}
