package dev.aisle.privacy.vault.pseudonyms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The rotations of the pseudonym key. */
@ApplicationScoped
class PseudonymRotationRepository implements PanacheRepositoryBase<PseudonymRotationRow, UUID> {
    /** The one that runs, if any. */
    public Optional<PseudonymRotationRow> running() {
        return find("status", PseudonymRotationRow.RUNNING).firstResultOptional();
    }

    /** The same, held to the end of the transaction; empty as well when another instance works on it. */
    public Optional<PseudonymRotationRow> holdRunning() {
        return getSession()
                .createNativeQuery(
                        "select * from pseudonym_rotation where status = 'running' for update skip locked",
                        PseudonymRotationRow.class)
                .getResultStream()
                .findFirst();
    }

    /** Lets one caller at a time begin one. */
    public void holdBeginning() {
        getSession()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('pseudonym_rotation'))", Integer.class)
                .getSingleResult();
    }
}
