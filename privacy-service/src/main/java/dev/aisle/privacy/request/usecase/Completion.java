package dev.aisle.privacy.request.usecase;

import dev.aisle.privacy.request.domain.RequestState;
import dev.aisle.privacy.request.domain.RequestStatus;
import dev.aisle.privacy.request.store.ReceiptRepository;
import dev.aisle.privacy.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Completes a request when every service that is expected has answered. */
@ApplicationScoped
class Completion {
    private final ReceiptRepository receipts;
    private final ErasureConfig config;

    Completion(ReceiptRepository receipts, ErasureConfig config) {
        this.receipts = receipts;
        this.config = config;
    }

    /** Looks whether a request that the caller holds is complete now. */
    boolean completeIfAnswered(RequestRow request, Instant now) {
        if (request.status() == RequestStatus.IN_PROGRESS && awaited(request).isEmpty()) {
            request.complete(now);
        }
        return request.isCompleted();
    }

    /** Who has not answered. Of a complete request nobody is awaited, whoever has been added to the list since. */
    List<String> awaited(RequestRow request) {
        return request.status() == RequestStatus.IN_PROGRESS
                ? RequestState.awaited(config.services(), answered(request))
                : List.of();
    }

    /** Who has. */
    List<String> answered(RequestRow request) {
        return receipts.servicesOf(request.id());
    }

    /** Whether anybody waits for this service. */
    boolean expects(String service) {
        return config.services().contains(service);
    }
}
