package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

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
    void erase(Pseudonym pseudonym, RequestRow request, Instant now) {
        List<String> older = successors.predecessorsOf(pseudonym.value());
        eraseOne(pseudonym, request, now);
        for (String one : older) {
            RequestRow same = request.under(one);
            requests.persistAndFlush(same);
            eraseOne(new Pseudonym(one), same, now);
        }
    }

    private void eraseOne(Pseudonym pseudonym, RequestRow request, Instant now) {
        erased.bury(pseudonym, request.id(), now);
        ownErasure.erase(request, erasures.send(request), now);
    }
}
