package dev.aisle.privacy.request.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.privacy.request.domain.Receipt;
import dev.aisle.privacy.request.domain.Receipt.Outstanding;
import dev.aisle.privacy.request.domain.RequestState;
import dev.aisle.privacy.request.domain.RequestStatus;
import dev.aisle.privacy.request.store.ReceiptRepository;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads how far a request is. */
@ApplicationScoped
public class ReadRequest {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;
    private final Completion completion;

    ReadRequest(RequestRepository requests, ReceiptRepository receipts, Completion completion) {
        this.requests = requests;
        this.receipts = receipts;
        this.completion = completion;
    }

    /** The request, if there is one. */
    @Transactional
    public Optional<RequestState> read(UUID id) {
        return requests.findByIdOptional(id).map(this::state);
    }

    private RequestState state(RequestRow request) {
        return new RequestState(
                request.id(),
                request.type(),
                request.isCompleted() ? RequestStatus.COMPLETED : RequestStatus.IN_PROGRESS,
                request.requestedAt(),
                request.completedAt(),
                request.attempts(),
                receipts.of(request.id()).stream().map(ReadRequest::receipt).toList(),
                completion.awaited(request));
    }

    private static Receipt receipt(ErasureReceipt message) {
        return new Receipt(
                message.getService(),
                instant(message.getErasedAt()),
                message.getRemovedMap(),
                message.getOutstandingList().stream()
                        .map(follows -> new Outstanding(follows.getWhat(), instant(follows.getDue())))
                        .toList());
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
