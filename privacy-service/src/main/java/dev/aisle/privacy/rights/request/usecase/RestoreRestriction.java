package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.topic.RestrictionTold;
import dev.aisle.privacy.rights.request.domain.RequestDetails;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.store.TermColumns;
import dev.aisle.privacy.shared.people.RestrictedSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Restricts somebody again, or no longer, as the others were told before the database went back: the request itself is lost, and another one stands for it. */
@ApplicationScoped
class RestoreRestriction implements RestrictionTold {
    private static final String REGULATION = "gdpr";
    private static final String OUTCOME =
            "The processing is restricted as it was before the database went back; the request that asked for it is lost.";

    private final RestrictedSubjects restricted;
    private final RequestRepository requests;
    private final DetailsText details;

    RestoreRestriction(RestrictedSubjects restricted, RequestRepository requests, DetailsText details) {
        this.restricted = restricted;
        this.requests = requests;
        this.details = details;
    }

    /** Restores it in the caller's transaction, which holds the person. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void restore(Pseudonym pseudonym, boolean isRestricted) {
        if (!isRestricted) {
            restricted.remove(pseudonym.value());
        } else if (!restricted.contains(pseudonym.value())) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            RequestRow request = new RequestRow(
                    pseudonym.value(),
                    RequestType.RESTRICTION,
                    details.write(pseudonym, RequestDetails.NONE),
                    new TermColumns(REGULATION, now, now, now),
                    Verification.CALLER);
            request.complete(OUTCOME, now);
            requests.persistAndFlush(request);
            restricted.add(pseudonym.value(), request.id(), now);
        }
    }
}
