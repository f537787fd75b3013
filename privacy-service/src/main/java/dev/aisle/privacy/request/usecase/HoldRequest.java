package dev.aisle.privacy.request.usecase;

import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.shared.store.SubjectLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Holds a request and, before it, its person: in the order in which everybody takes them. */
@ApplicationScoped
class HoldRequest {
    private final RequestRepository requests;
    private final SubjectLock lock;

    HoldRequest(RequestRepository requests, SubjectLock lock) {
        this.requests = requests;
        this.lock = lock;
    }

    /** The request as it is now, about the pseudonym that the person has now. */
    Optional<RequestRow> hold(UUID id) {
        Optional<RequestRow> found = requests.findByIdOptional(id);
        found.ifPresent(this::hold);
        return found;
    }

    private void hold(RequestRow row) {
        String held;
        do {
            held = row.pseudonym();
            lock.hold(held);
            // Whoever held the person before may have moved it to another pseudonym.
            requests.readAgain(row);
        } while (!held.equals(row.pseudonym()));
        requests.holdAgain(row);
    }
}
