package dev.aisle.privacy.vault.masterkeys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The rotations of the master key. */
@ApplicationScoped
class RotationRepository implements PanacheRepositoryBase<RotationRow, UUID> {
    /** The one that runs, if any. */
    public Optional<RotationRow> running() {
        return find("status", RotationRow.RUNNING).firstResultOptional();
    }

    /** The same, held to the end of the transaction; empty as well when another instance works on it. */
    public Optional<RotationRow> holdRunning() {
        return getSession()
                .createNativeQuery(
                        "select * from master_key_rotation where status = 'running' for update skip locked",
                        RotationRow.class)
                .getResultStream()
                .findFirst();
    }

    /** Lets one caller at a time begin one. */
    public void holdBeginning() {
        getSession()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('master_key_rotation'))", Integer.class)
                .getSingleResult();
    }
}
