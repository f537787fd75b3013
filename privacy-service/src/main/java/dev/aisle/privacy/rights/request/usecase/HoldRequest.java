package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.rights.graph.ResolvePerson;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.shared.people.HoldPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds a request and, before it, its person: in the order in which everybody takes them. */
@ApplicationScoped
class HoldRequest {
    private final RequestRepository requests;
    private final ResolvePerson resolvePerson;
    private final HoldPeople people;

    HoldRequest(RequestRepository requests, ResolvePerson resolvePerson, HoldPeople people) {
        this.requests = requests;
        this.resolvePerson = resolvePerson;
        this.people = people;
    }

    /** The request as it is now, about the pseudonym that the person has now. */
    Optional<RequestRow> hold(UUID id) {
        Optional<RequestRow> found = requests.findByIdOptional(id);
        found.ifPresent(this::hold);
        return found;
    }

    private List<String> everybody(RequestRow row) {
        return row.type() == RequestType.ERASURE && Pseudonym.isPseudonym(row.pseudonym())
                ? resolvePerson.everybody(new Pseudonym(row.pseudonym()))
                : List.of(row.pseudonym());
    }

    private void hold(RequestRow row) {
        String held;
        do {
            held = row.pseudonym();
            people.hold(everybody(row));
            // Whoever held the person before may have moved it to another pseudonym.
            requests.readAgain(row);
        } while (!held.equals(row.pseudonym()));
        requests.holdAgain(row);
    }
}
