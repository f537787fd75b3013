package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.usecase.RequestsConfig.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Takes the extension that the regulation allows, once and with a reason (GDPR art. 12(3)). */
@ApplicationScoped
public class ExtendDeadline {
    private final RequestRepository requests;
    private final RequestsConfig config;
    private final RequestAudit audit;

    ExtendDeadline(RequestRepository requests, RequestsConfig config, RequestAudit audit) {
        this.requests = requests;
        this.config = config;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Outcome {
        /** There is more time. */
        EXTENDED,
        /** Extended before, ended, over its deadline, or of a regulation that allows none. */
        NOT_EXTENDABLE,
        /** There is no such request. */
        NO_SUCH_REQUEST
    }

    /** Extends it. */
    @Transactional
    public Outcome extend(UUID id, String because) {
        RequestRow row = requests.hold(id).orElse(null);
        if (row == null) {
            return Outcome.NO_SUCH_REQUEST;
        }
        Deadline deadline = config.deadlines().get(row.term().regulation());
        if (deadline == null || !isExtendable(row, deadline)) {
            return Outcome.NOT_EXTENDABLE;
        }
        row.term().extend(Deadline.after(row.term().dueAt(), deadline.extension()), StorableText.of(because));
        audit.extended(row);
        return Outcome.EXTENDED;
    }

    private static boolean isExtendable(RequestRow row, Deadline deadline) {
        return !deadline.extension().isZero()
                && row.term().extendedBecause() == null
                && !row.status().isEnded()
                && Instant.now().isBefore(row.term().dueAt());
    }
}
