package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.rights.request.domain.NewRequest;
import dev.aisle.privacy.rights.request.domain.OneTimeCode;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.store.TermColumns;
import dev.aisle.privacy.rights.request.usecase.RequestsConfig.Deadline;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Accepted;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;

/** Makes a request with its deadline, and a one-time code where nobody vouches for the person yet. */
@ApplicationScoped
class OpenRequest {
    private static final String UNDER_THE_ADDRESS =
            "This is about what is kept under the address itself. A customer who has it in the vault is another person here: name that one by customer_id.";

    private final RequestRepository requests;
    private final StartRequest startRequest;
    private final DetailsText details;
    private final RequestsConfig config;
    private final RequestAudit audit;
    private final ErasedSubjectRepository erased;
    private final SecureRandom random = new SecureRandom();

    OpenRequest(
            RequestRepository requests,
            StartRequest startRequest,
            DetailsText details,
            RequestsConfig config,
            RequestAudit audit,
            ErasedSubjectRepository erased) {
        this.requests = requests;
        this.startRequest = startRequest;
        this.details = details;
        this.config = config;
        this.audit = audit;
        this.erased = erased;
    }

    /** Opens a request about a subject that the caller holds. */
    Accepted open(NewRequest asked, Pseudonym pseudonym, Instant now) {
        RequestRow row = new RequestRow(
                erased.keptAs(pseudonym),
                asked.type(),
                details.write(pseudonym, asked.details()),
                term(asked, now),
                asked.verification());
        OneTimeCode code = null;
        if (asked.verification() == Verification.CODE) {
            code = OneTimeCode.random(random);
            row.expectCode(code, now.plus(config.codeValid()));
        }
        if (asked.subject() instanceof ByIdentifier identifier && identifier.isAddress()) {
            row.note(UNDER_THE_ADDRESS);
        }
        requests.persistAndFlush(row);
        audit.received(row);
        if (row.status() == RequestStatus.PENDING && !row.term().startsAt().isAfter(now)) {
            startRequest.start(row, now);
        }
        return new Accepted(row.id(), row.type(), row.status(), code == null ? null : code.value());
    }

    private TermColumns term(NewRequest asked, Instant now) {
        Deadline deadline = config.deadlines().get(asked.regulation());
        if (deadline == null) {
            throw new IllegalArgumentException("a regulation that the edge let through is not in the table");
        }
        Instant startsAt = asked.startsAt() == null ? now : asked.startsAt();
        return new TermColumns(asked.regulation(), now, Deadline.after(now, deadline.within()), startsAt);
    }
}
