package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.graph.domain.PersonGraph;
import dev.aisle.privacy.request.domain.PartKind;
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

    /**
     * Erases a person whom the caller holds and who was not erased before: under the pseudonyms of older keys as well, and the browsers that only
     * this person uses.
     */
    void erase(Pseudonym person, PersonGraph graph, RequestRow request, Instant now) {
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
