package dev.aisle.privacy.shared.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The pseudonyms that are never used again. */
@ApplicationScoped
public class ErasedSubjectRepository implements PanacheRepositoryBase<ErasedSubjectRow, String> {
    /** The tombstone, if the pseudonym was erased. */
    public Optional<ErasedSubjectRow> tombstoneOf(String pseudonym) {
        return findByIdOptional(pseudonym);
    }
}
