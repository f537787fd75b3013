package dev.aisle.profile.people.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which known person uses a browser. {@link #join} is commutative, associative and idempotent: in whatever order, and however often
 * log-ins are read, the same comes out.
 *
 * @param pseudonym of the browser
 * @param known who logged in there; null when two people did, or when that person is gone, and then its events are of neither
 * @param consentVersion the lowest version of that person's consent under which it was said: what that person refused since then is not done
 *     with the browser's events
 * @param lastAt the last time it was said; of a shared one {@link #FOR_EVER}
 */
public record Browser(String pseudonym, @Nullable String known, long consentVersion, Instant lastAt) {
    /** Later than every log-in. PostgreSQL's timestamps end after it. */
    public static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** What two of the same browser say together. */
    public Browser join(Browser other) {
        boolean one = known != null && known.equals(other.known);
        return one
                ? new Browser(
                        pseudonym,
                        known,
                        Math.min(consentVersion, other.consentVersion),
                        lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt)
                : new Browser(pseudonym, null, 0, FOR_EVER);
    }
}
