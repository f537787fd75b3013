package dev.aisle.privacy.vault.pseudonyms;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rotation of the pseudonym key, with how far it is. */
@Entity
@Table(name = "pseudonym_rotation")
public class PseudonymRotationRow {
    static final String RUNNING = "running";

    @Id
    UUID id;

    String keyId;
    String status;
    long total;
    long moved;
    long leftAlone;
    String reached;
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected PseudonymRotationRow() {}

    /** A rotation to this key that begins now. */
    public PseudonymRotationRow(UUID id, String keyId, long total, Instant at) {
        this.id = id;
        this.keyId = keyId;
        this.status = RUNNING;
        this.total = total;
        this.reached = "";
        this.startedAt = at;
    }

    /** The key that it rotates to. */
    public String keyId() {
        return keyId;
    }

    /** The last pseudonym that was looked at; empty before the first and when it is over. */
    public String reached() {
        return reached;
    }

    /** Counts what one step did. */
    public void advance(String last, long done, long others) {
        reached = last;
        moved += done;
        leftAlone += others;
    }

    /** There is nobody more. */
    public void complete(Instant at) {
        status = "completed";
        finishedAt = at;
        reached = "";
    }

    /** As it is now. */
    public PseudonymRotation toRotation() {
        return new PseudonymRotation(id, keyId, RUNNING.equals(status), total, moved, leftAlone, startedAt, finishedAt);
    }
}
