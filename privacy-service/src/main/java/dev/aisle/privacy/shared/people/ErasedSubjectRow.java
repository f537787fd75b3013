package dev.aisle.privacy.shared.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The tombstone of a pseudonym: the row has its mark. */
@Entity
@Table(name = "erased_subject")
public class ErasedSubjectRow {
    @Id
    String pseudonym;

    String keyId;
    UUID requestId;
    Instant erasedAt;
    long answeredVersion;

    @SuppressWarnings("NullAway.Init")
    protected ErasedSubjectRow() {}

    /** The mark of a pseudonym that is erased by this request. */
    ErasedSubjectRow(String mark, String keyId, UUID requestId, Instant erasedAt) {
        this.pseudonym = mark;
        this.keyId = keyId;
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
