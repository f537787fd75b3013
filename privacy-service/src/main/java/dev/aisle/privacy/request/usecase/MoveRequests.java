package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.request.store.RequestRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Carries a person's requests to another pseudonym: one that is open takes effect there. */
@ApplicationScoped
public class MoveRequests {
    private final RequestRepository requests;
    private final DetailsText details;

    MoveRequests(RequestRepository requests, DetailsText details) {
        this.requests = requests;
        this.details = details;
    }

    /** Moves them in the caller's transaction, which holds both. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Pseudonym old, Pseudonym now) {
        requests.holdOf(old.value()).forEach(row -> row.move(now.value(), details.move(old, now, row.details())));
    }
}
