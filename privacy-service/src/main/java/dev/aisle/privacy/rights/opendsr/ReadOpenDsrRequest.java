package dev.aisle.privacy.rights.opendsr;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says how far a controller's request is. */
@ApplicationScoped
public class ReadOpenDsrRequest {
    private final OpenDsrRepository repository;

    ReadOpenDsrRequest(OpenDsrRepository repository) {
        this.repository = repository;
    }

    /** The request, if there is one. */
    @Transactional
    public Optional<OpenDsrState> read(UUID id) {
        return repository.findByIdOptional(id).map(this::state);
    }

    public OpenDsrState state(OpenDsrRow row) {
        List<RequestStatus> parts = repository.statusesOf(row.id());
        boolean begun = !row.startsAt().isAfter(Instant.now());
        return new OpenDsrState(
                row.id(),
                row.apiVersion(),
                row.receivedAt(),
                row.expectedAt(),
                OpenDsrState.status(row.isCancelled(), begun, parts),
                parts.size());
    }
}
