package dev.aisle.privacy.shared.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The tombstone of a pseudonym. */
@Entity
@Table(name = "erased_subject")
public class ErasedSubjectRow {
    @Id
    String pseudonym;

    UUID requestId;
    Instant erasedAt;
    long answeredVersion;

    @SuppressWarnings("NullAway.Init")
    protected ErasedSubjectRow() {}

    /** A pseudonym that is erased by this request. */
    public ErasedSubjectRow(String pseudonym, UUID requestId, Instant erasedAt) {
        this.pseudonym = pseudonym;
        this.requestId = requestId;
        this.erasedAt = erasedAt;
    }

    /** The request that erased it. */
    public UUID requestId() {
        return requestId;
    }

    /** The version that the last consent for it was answered with. */
    public long answeredVersion() {
        return answeredVersion;
    }

    /** Counts one more consent that is answered and has no effect. */
    public long answerOnceMore() {
        return ++answeredVersion;
    }
}
