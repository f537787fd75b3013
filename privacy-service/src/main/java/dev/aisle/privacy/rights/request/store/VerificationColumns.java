package dev.aisle.privacy.rights.request.store;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.privacy.rights.request.domain.OneTimeCode;
import dev.aisle.privacy.rights.request.domain.Verification;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who vouches for a request, or the code that is waited for. */
@Embeddable
public class VerificationColumns {
    String verification;

    @Nullable
    Instant verifiedAt;

    @Nullable
    String verifiedBecause;

    byte @Nullable [] codeHash;

    @Nullable
    Instant codeExpiresAt;

    int codeTries;

    @SuppressWarnings("NullAway.Init")
    protected VerificationColumns() {}

    VerificationColumns(Verification verification, @Nullable Instant verifiedAt) {
        this.verification = verification.wireName();
        this.verifiedAt = verifiedAt;
    }

    void expect(byte[] hash, Instant until) {
        codeHash = hash.clone();
        codeExpiresAt = until;
    }

    void verified(Verification by, @Nullable StorableText because, Instant at) {
        verification = by.wireName();
        verifiedBecause = because == null ? null : because.text();
        verifiedAt = at;
        codeHash = null;
    }

    /** What was said about the person goes. */
    void conceal() {
        verifiedBecause = null;
        codeHash = null;
    }

    /** Tries a code: whether it is the one that is waited for. A wrong one counts. */
    boolean tries(UUID request, OneTimeCode code) {
        if (codeHash != null && code.matches(request, codeHash)) {
            return true;
        }
        codeTries++;
        return false;
    }

    boolean takesCode(Instant now) {
        return codeHash != null
                && codeExpiresAt != null
                && now.isBefore(codeExpiresAt)
                && codeTries < OneTimeCode.MOST_TRIES;
    }
}
