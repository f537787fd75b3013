package dev.aisle.privacy.rights.opendsr;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The requests that a controller's request became: under each the result lies, with its receipts or its archive. */
@ApplicationScoped
class OpenDsrParts {
    private final OpenDsrRepository repository;

    OpenDsrParts(OpenDsrRepository repository) {
        this.repository = repository;
    }

    /** Their ids; none when no identity led to anybody. */
    @Transactional
    public List<UUID> of(UUID id) {
        return repository.partsOf(id);
    }
}
