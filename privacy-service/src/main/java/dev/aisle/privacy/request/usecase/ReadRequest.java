package dev.aisle.privacy.request.usecase;

import dev.aisle.privacy.request.domain.RequestState;
import dev.aisle.privacy.request.domain.RequestState.Progress;
import dev.aisle.privacy.request.domain.RequestState.Term;
import dev.aisle.privacy.request.domain.Waiting;
import dev.aisle.privacy.request.domain.Waiting.Cause;
import dev.aisle.privacy.request.store.LegalHoldRepository;
import dev.aisle.privacy.request.store.ReceiptRepository;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.request.store.TermColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how far a request is. */
@ApplicationScoped
public class ReadRequest {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;
    private final Completion completion;
    private final LegalHoldRepository holds;

    ReadRequest(
            RequestRepository requests, ReceiptRepository receipts, Completion completion, LegalHoldRepository holds) {
        this.requests = requests;
        this.receipts = receipts;
        this.completion = completion;
        this.holds = holds;
    }

    /** The request, if there is one. */
    @Transactional
    public Optional<RequestState> read(UUID id) {
        return requests.findByIdOptional(id).map(this::state);
    }

    /** How far a request is that the caller has read. */
    RequestState state(RequestRow request) {
        TermColumns term = request.term();
        Instant now = Instant.now();
        return new RequestState(
                request.id(),
                request.type(),
                request.status(),
                new Term(term.regulation(), term.requestedAt(), term.dueAt(), term.extendedBecause()),
                new Progress(
                        request.verification(),
                        request.attempts(),
                        completion.answered(request),
                        completion.awaited(request),
                        waitingFor(request, now),
                        request.outcome(),
                        request.completedAt()),
                receipts.of(request.id()).stream().map(ReadReceipts::receipt).toList());
    }

    private @Nullable Waiting waitingFor(RequestRow request, Instant now) {
        return switch (request.status()) {
            case AWAITING_VERIFICATION -> new Waiting(Cause.VERIFICATION, null);
            case PENDING -> pendingFor(request, now);
            case IN_PROGRESS, COMPLETED, CANCELLED -> null;
        };
    }

    private Waiting pendingFor(RequestRow request, Instant now) {
        Instant startsAt = request.term().startsAt();
        return startsAt.isAfter(now)
                ? new Waiting(Cause.TIME, startsAt)
                : holds.active(request.pseudonym(), now)
                        .map(hold -> new Waiting(Cause.HOLD, hold.heldUntil()))
                        .orElseGet(() -> new Waiting(Cause.TURN, null));
    }
}
