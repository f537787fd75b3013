package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.statements.ReadStays;
import dev.aisle.privacy.rights.receipts.ReadReceipts;
import dev.aisle.privacy.rights.receipts.Receipt;
import dev.aisle.privacy.rights.receipts.ReceiptRepository;
import dev.aisle.privacy.rights.request.domain.PartKind;
import dev.aisle.privacy.rights.request.domain.RequestState;
import dev.aisle.privacy.rights.request.domain.RequestState.Linked;
import dev.aisle.privacy.rights.request.domain.RequestState.Progress;
import dev.aisle.privacy.rights.request.domain.RequestState.Term;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.domain.Waiting;
import dev.aisle.privacy.rights.request.domain.Waiting.Cause;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.store.TermColumns;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how far a request is. */
@ApplicationScoped
public class ReadRequest {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;
    private final Completion completion;
    private final LegalHoldRepository holds;
    private final ReadStays readStays;

    ReadRequest(
            RequestRepository requests,
            ReceiptRepository receipts,
            Completion completion,
            LegalHoldRepository holds,
            ReadStays readStays) {
        this.requests = requests;
        this.receipts = receipts;
        this.completion = completion;
        this.holds = holds;
        this.readStays = readStays;
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
        List<String> awaited = completion.awaited(request);
        return new RequestState(
                request.id(),
                request.type(),
                request.status(),
                new Term(term.regulation(), term.requestedAt(), term.dueAt(), term.extendedBecause()),
                new Progress(
                        request.verification(),
                        request.attempts(),
                        completion.answered(request).stream()
                                .filter(service -> !awaited.contains(service))
                                .toList(),
                        awaited,
                        waitingFor(request, now),
                        request.outcome(),
                        request.completedAt()),
                receiptsOf(request).toList(),
                linked(request),
                stays(request));
    }

    private List<Stay> stays(RequestRow request) {
        return request.type() == RequestType.OBJECTION && request.status() == RequestStatus.COMPLETED
                ? readStays.of(new Pseudonym(request.pseudonym()))
                : List.of();
    }

    private Stream<Receipt> receiptsOf(RequestRow request) {
        return receipts.of(request.id()).stream().map(ReadReceipts::receipt);
    }

    private @Nullable Linked linked(RequestRow request) {
        boolean begun = request.status() == RequestStatus.IN_PROGRESS || request.status() == RequestStatus.COMPLETED;
        if (request.type() != RequestType.ERASURE || !begun) {
            return null;
        }
        List<RequestRow> parts = requests.partsOf(request.id());
        return new Linked(
                (int) parts.stream().filter(part -> part.is(PartKind.BROWSER)).count(),
                (int) parts.stream().filter(part -> part.is(PartKind.OLDER_KEY)).count(),
                request.sharedBrowsers(),
                request.heldBrowsers(),
                parts.stream().flatMap(this::receiptsOf).toList());
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
