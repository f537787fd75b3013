package dev.aisle.privacy.audit.verification;

/**
 * How many rows of consents the log vouches for.
 *
 * @param covered rows whose hash stands in their entry
 * @param partly rows from before entries had a hash: what the entry says was compared
 * @param uncovered rows of which the log says nothing yet: it begins to cover all of them with the service's first start
 */
public record Coverage(long covered, long partly, long uncovered) {
    /** No rows. */
    public static final Coverage NONE = new Coverage(0, 0, 0);

    /** Returns the sums. */
    public Coverage plus(Coverage other) {
        return new Coverage(covered + other.covered, partly + other.partly, uncovered + other.uncovered);
    }
}
