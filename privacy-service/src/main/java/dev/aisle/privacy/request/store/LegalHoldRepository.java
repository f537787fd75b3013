package dev.aisle.privacy.request.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Legal holds by pseudonym. */
@ApplicationScoped
public class LegalHoldRepository implements PanacheRepositoryBase<LegalHoldRow, String> {
    /** The hold on a subject that hasn't ended. */
    public Optional<LegalHoldRow> active(String pseudonym, Instant now) {
        return findByIdOptional(pseudonym).filter(hold -> hold.heldUntil().isAfter(now));
    }

    /** Forgets that there was a hold on a subject. */
    public void forget(String pseudonym) {
        deleteById(pseudonym);
    }

    /** All that haven't ended, the first to end first. */
    public List<LegalHoldRow> active(Instant now, int atMost) {
        return find("heldUntil > ?1 order by heldUntil", now).page(0, atMost).list();
    }
}
