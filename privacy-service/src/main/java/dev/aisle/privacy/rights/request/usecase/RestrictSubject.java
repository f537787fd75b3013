package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.HoldSubject;
import dev.aisle.privacy.shared.people.RestrictedSubjects;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Restricts the processing of somebody, and lifts that again: what is kept stays, and nothing may be used meanwhile. */
@ApplicationScoped
public class RestrictSubject {
    private static final String RESTRICTED = "restriction";
    private static final String LIFTED = "restriction-lifted";

    private final RestrictedSubjects restricted;
    private final ErasedSubjectRepository erased;
    private final RequestRepository requests;
    private final HoldSubject holdSubject;
    private final ConsentLog consents;

    RestrictSubject(
            RestrictedSubjects restricted,
            ErasedSubjectRepository erased,
            RequestRepository requests,
            HoldSubject holdSubject,
            ConsentLog consents) {
        this.restricted = restricted;
        this.erased = erased;
        this.requests = requests;
        this.holdSubject = holdSubject;
        this.consents = consents;
    }

    /** What became of lifting it. */
    public enum Lifting {
        /** The person's own consents hold again. */
        LIFTED,
        /** Nothing is restricted by this request any more. */
        NOT_RESTRICTED,
        /** There is no such request of this kind. */
        NO_SUCH_REQUEST
    }

    /** Restricts a subject that the caller holds; what came of it. */
    String restrict(Pseudonym pseudonym, UUID request, Instant now) {
        if (erased.tombstoneOf(pseudonym.value()).isPresent()) {
            return "Nothing is kept of this person, so there is nothing to restrict.";
        }
        if (!restricted.add(pseudonym.value(), request, now)) {
            return "The processing was restricted already and stays so.";
        }
        consents.note(pseudonym, RESTRICTED, now);
        return "Nothing about this person is processed until the restriction is lifted.";
    }

    /** Lifts the restriction that a request has set. */
    @Transactional
    public Lifting lift(UUID requestId) {
        RequestRow request = requests.findByIdOptional(requestId)
                .filter(row -> row.type() == RequestType.RESTRICTION)
                .orElse(null);
        if (request == null) {
            return Lifting.NO_SUCH_REQUEST;
        }
        // The person may have got another pseudonym since.
        Pseudonym subject = holdSubject
                .hold(new ByPseudonym(new Pseudonym(request.pseudonym())))
                .pseudonym();
        if (!restricted.remove(subject.value())) {
            return Lifting.NOT_RESTRICTED;
        }
        consents.note(subject, LIFTED, Instant.now().truncatedTo(ChronoUnit.MICROS));
        return Lifting.LIFTED;
    }
}
