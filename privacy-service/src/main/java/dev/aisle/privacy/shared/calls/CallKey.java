package dev.aisle.privacy.shared.calls;

/**
 * What makes a call the same call when it is repeated: who calls, what is called, and the key that the caller chose. Kept only as
 * a hash, for a caller may have put an identifier into it.
 *
 * @param caller the client of the token; two clients may choose the same key
 * @param operation the route
 * @param key the header {@code Idempotency-Key}
 */
public record CallKey(String caller, String operation, String key) {
    /** What is stored. */
    public byte[] hash() {
        return Sha256.of(caller, operation, key);
    }
}
