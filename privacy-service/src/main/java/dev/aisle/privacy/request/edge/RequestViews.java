package dev.aisle.privacy.request.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.privacy.request.domain.Receipt;
import dev.aisle.privacy.request.domain.RequestState;
import dev.aisle.privacy.request.usecase.RequestErasure.Accepted;
import dev.aisle.privacy.shared.edge.NamesSubject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of {@code /v1/requests}. None of them names the subject. */
final class RequestViews {
    private RequestViews() {}

    /** What somebody asks for. */
    record NewRequest(
            @NotNull(message = "is missing") @NamesSubject String subject,

            @NotNull(message = "is missing") String type) {}

    /** The answer to it. */
    record AcceptedView(UUID id, String type, String status) {
        static AcceptedView of(Accepted accepted) {
            return new AcceptedView(
                    accepted.id(), accepted.type().wireName(), accepted.status().wireName());
        }
    }

    /** How far it is. */
    record RequestView(
            UUID id,
            String type,
            String status,
            Instant requestedAt,
            @Nullable Instant completedAt,
            int attempts,
            List<ReceiptView> receipts,
            List<String> awaiting) {
        static RequestView of(RequestState state) {
            return new RequestView(
                    state.id(),
                    state.type().wireName(),
                    state.status().wireName(),
                    state.requestedAt(),
                    state.completedAt(),
                    state.attempts(),
                    state.receipts().stream().map(ReceiptView::of).toList(),
                    state.awaiting());
        }
    }

    /** What a service has removed, and what it still will. */
    record ReceiptView(
            String service,
            Map<String, Long> removed,
            Instant at,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Receipt.Outstanding> outstanding) {
        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.service(), new TreeMap<>(receipt.removed()), receipt.at(), receipt.outstanding());
        }
    }
}
