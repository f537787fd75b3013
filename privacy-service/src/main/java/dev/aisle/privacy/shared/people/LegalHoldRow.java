package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.pii.StorableText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Why and until when somebody may not be erased. */
@Entity
@Table(name = "legal_hold")
public class LegalHoldRow {
    @Id
    String pseudonym;

    String reason;
    Instant heldUntil;
    String setBy;
    Instant setAt;

    @SuppressWarnings("NullAway.Init")
    protected LegalHoldRow() {}

    /** A hold on a subject. */
    public LegalHoldRow(String pseudonym) {
        this.pseudonym = pseudonym;
        this.reason = "";
        this.heldUntil = Instant.EPOCH;
        this.setBy = "";
        this.setAt = Instant.EPOCH;
    }

    /** Says why, until when and who says so. */
    public void set(StorableText because, Instant until, String by, Instant at) {
        reason = because.text();
        heldUntil = until;
        setBy = by;
        setAt = at;
    }

    public String pseudonym() {
        return pseudonym;
    }

    public String reason() {
        return reason;
    }

    public Instant heldUntil() {
        return heldUntil;
    }

    public String setBy() {
        return setBy;
    }
}
