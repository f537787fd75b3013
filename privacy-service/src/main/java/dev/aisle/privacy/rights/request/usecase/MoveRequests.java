package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.shared.people.PersonMove;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Carries a person's requests to another pseudonym: one that is open takes effect there. It goes before the vault, while the key is there under which
 * corrections wait.
 */
@ApplicationScoped
@Priority(20)
class MoveRequests implements PersonMove {
    private final RequestRepository requests;
    private final DetailsText details;

    MoveRequests(RequestRepository requests, DetailsText details) {
        this.requests = requests;
        this.details = details;
    }

    /** Moves them in the caller's transaction, which holds both. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Pseudonym old, Pseudonym now) {
        requests.holdOf(old.value()).forEach(row -> row.move(now.value(), details.move(old, now, row.details())));
    }
}
