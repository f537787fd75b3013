package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.privacy.rights.request.domain.OneTimeCode;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody vouches that a request comes from the person it is about; then it may run. */
@ApplicationScoped
public class VerifyRequest {
    private final HoldRequest holdRequest;
    private final StartRequest startRequest;
    private final RequestAudit audit;

    VerifyRequest(HoldRequest holdRequest, StartRequest startRequest, RequestAudit audit) {
        this.holdRequest = holdRequest;
        this.startRequest = startRequest;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Outcome {
        /** It runs now, or at its time. */
        VERIFIED,
        /** Not this code. */
        WRONG_CODE,
        /** No code is good any more: it is too old, or too many were tried. */
        CODE_VOID,
        /** Nobody is asked to vouch for it. */
        NOT_AWAITING,
        /** There is no such request. */
        NO_SUCH_REQUEST
    }

    /** The person enters the code that the shop delivered. */
    @Transactional
    public Outcome byCode(UUID id, OneTimeCode code) {
        RequestRow row = holdRequest.hold(id).orElse(null);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (row == null || row.status() != RequestStatus.AWAITING_VERIFICATION) {
            return row == null ? Outcome.NO_SUCH_REQUEST : Outcome.NOT_AWAITING;
        }
        if (!row.takesCode(now)) {
            return Outcome.CODE_VOID;
        }
        return row.tries(code) ? verified(row, Verification.CODE, null, now) : Outcome.WRONG_CODE;
    }

    /** A storefront or an officer vouches. */
    @Transactional
    public Outcome by(Verification who, UUID id, String because) {
        RequestRow row = holdRequest.hold(id).orElse(null);
        if (row == null || row.status() != RequestStatus.AWAITING_VERIFICATION) {
            return row == null ? Outcome.NO_SUCH_REQUEST : Outcome.NOT_AWAITING;
        }
        return verified(row, who, StorableText.of(because), Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Outcome verified(RequestRow row, Verification by, @Nullable StorableText because, Instant now) {
        row.verified(by, because, now);
        audit.verified(row, by);
        if (!row.term().startsAt().isAfter(now)) {
            startRequest.start(row, now);
        }
        return Outcome.VERIFIED;
    }
}
