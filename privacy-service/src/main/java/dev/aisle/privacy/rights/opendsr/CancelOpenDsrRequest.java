package dev.aisle.privacy.rights.opendsr;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Takes a controller's request back while it is pending (section 9): all of it or nothing. */
@ApplicationScoped
class CancelOpenDsrRequest {
    private final OpenDsrRepository repository;
    private final ReadOpenDsrRequest readRequest;
    private final RequestRepository requests;

    CancelOpenDsrRequest(OpenDsrRepository repository, ReadOpenDsrRequest readRequest, RequestRepository requests) {
        this.repository = repository;
        this.readRequest = readRequest;
        this.requests = requests;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It won't run. */
        record Cancelled(String apiVersion, Instant receivedAt) implements Outcome {}

        /** It isn't pending. */
        record TooLate() implements Outcome {}

        /** There is no such request. */
        record NoSuchRequest() implements Outcome {}
    }

    /** Cancels it. */
    @Transactional
    public Outcome cancel(UUID id) {
        OpenDsrRow row = repository.hold(id).orElse(null);
        if (row == null) {
            return new Outcome.NoSuchRequest();
        }
        List<RequestRow> parts = repository.partsOf(id).stream()
                .flatMap(part -> requests.hold(part).stream())
                .toList();
        if (readRequest.state(row).status() != RequestStatus.PENDING) {
            return new Outcome.TooLate();
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        parts.forEach(part -> part.cancel(now));
        row.cancel(now);
        return new Outcome.Cancelled(row.apiVersion(), now);
    }
}
