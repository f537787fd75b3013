package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Takes a request back that has not begun. */
@ApplicationScoped
public class CancelRequest {
    private final RequestRepository requests;
    private final RequestAudit audit;

    CancelRequest(RequestRepository requests, RequestAudit audit) {
        this.requests = requests;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Outcome {
        /** It won't run. */
        CANCELLED,
        /** It has begun, or has ended. */
        TOO_LATE,
        /** There is no such request. */
        NO_SUCH_REQUEST
    }

    /** Cancels it. */
    @Transactional
    public Outcome cancel(UUID id) {
        RequestRow row = requests.hold(id).orElse(null);
        if (row == null) {
            return Outcome.NO_SUCH_REQUEST;
        }
        if (!row.status().canBeCancelled()) {
            return Outcome.TOO_LATE;
        }
        row.cancel(Instant.now());
        audit.cancelled(row);
        return Outcome.CANCELLED;
    }
}
