package dev.aisle.privacy.rights.erasure;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.rights.graph.PersonGraph;
import dev.aisle.privacy.rights.graph.ResolvePerson;
import dev.aisle.privacy.rights.request.domain.PartKind;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Erases a subject here and asks the others to. Everything is one transaction: the tombstone, what is removed, the denial of every
 * purpose, the message to the others, and our own receipt.
 */
@ApplicationScoped
public class EraseSubject {
    private final RequestRepository requests;
    private final ErasedSubjectRepository erased;
    private final Erasures erasures;
    private final OwnErasure ownErasure;
    private final Successors successors;
    private final LegalHoldRepository holds;
    private final ResolvePerson resolvePerson;

    EraseSubject(
            RequestRepository requests,
            ErasedSubjectRepository erased,
            Erasures erasures,
            OwnErasure ownErasure,
            Successors successors,
            LegalHoldRepository holds,
            ResolvePerson resolvePerson) {
        this.requests = requests;
        this.erased = erased;
        this.erasures = erasures;
        this.ownErasure = ownErasure;
        this.successors = successors;
        this.holds = holds;
        this.resolvePerson = resolvePerson;
    }

    /** Begins an erasure of a person whom the caller holds. Under a legal hold it waits; what another request has erased meanwhile is not erased twice. */
    public void begin(RequestRow row, Pseudonym pseudonym, Instant now) {
        if (erased.tombstoneOf(pseudonym.value()).isPresent()) {
            row.complete(RequestRepository.ERASED_ALREADY, now);
        } else if (holds.active(pseudonym.value(), now).isEmpty()) {
            // While nobody knows which browsers are the person's, the request waits for its turn.
            resolvePerson.holding(pseudonym).ifPresent(graph -> {
                row.begin(now);
                erase(pseudonym, graph, row, now);
            });
        }
    }

    /**
     * Erases a person who was not erased before: under the pseudonyms of older keys as well, and the browsers that only
     * this person uses.
     */
    private void erase(Pseudonym person, PersonGraph graph, RequestRow request, Instant now) {
        request.keeps(graph.shared(), graph.held());
        List<String> older = successors.predecessorsOf(person.value());
        eraseOne(person, request, now);
        older.forEach(one -> erasePart(one, PartKind.OLDER_KEY, request, now));
        for (String browser : graph.browsers()) {
            List<String> olderOfBrowser = successors.predecessorsOf(browser);
            erasePart(browser, PartKind.BROWSER, request, now);
            olderOfBrowser.forEach(one -> erasePart(one, PartKind.OLDER_KEY, request, now));
        }
    }

    private void erasePart(String pseudonym, PartKind kind, RequestRow request, Instant now) {
        RequestRow part = request.under(pseudonym, kind);
        requests.persistAndFlush(part);
        eraseOne(new Pseudonym(pseudonym), part, now);
    }

    private void eraseOne(Pseudonym pseudonym, RequestRow request, Instant now) {
        erased.bury(pseudonym, request.id(), now);
        ownErasure.erase(request, erasures.send(request), now);
    }
}
