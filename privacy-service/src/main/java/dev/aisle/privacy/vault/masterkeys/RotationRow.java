package dev.aisle.privacy.vault.masterkeys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rotation of the master key, with how far it is. */
@Entity
@Table(name = "master_key_rotation")
public class RotationRow {
    static final String RUNNING = "running";

    @Id
    UUID id;

    String masterKeyId;
    String status;
    long total;
    long rewrapped;
    long unusable;
    String reached;
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected RotationRow() {}

    /** A rotation to this master key that begins now. */
    public RotationRow(UUID id, String masterKeyId, long total, Instant at) {
        this.id = id;
        this.masterKeyId = masterKeyId;
        this.status = RUNNING;
        this.total = total;
        this.reached = "";
        this.startedAt = at;
    }

    /** The master key that it rotates to. */
    public String masterKeyId() {
        return masterKeyId;
    }

    /** The last pseudonym that was looked at. */
    public String reached() {
        return reached;
    }

    /** Counts what one step did. */
    public void advance(String last, long done, long failed) {
        reached = last;
        rewrapped += done;
        unusable += failed;
    }

    /** There are no more keys. */
    public void complete(Instant at) {
        status = "completed";
        finishedAt = at;
    }

    /** As it is now. */
    public Rotation toRotation() {
        return new Rotation(id, masterKeyId, RUNNING.equals(status), total, rewrapped, unusable, startedAt, finishedAt);
    }
}
