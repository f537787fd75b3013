package dev.aisle.platform.problem;

/** A call that can't be answered now and can be later: 503 over HTTP, {@code UNAVAILABLE} over gRPC, both with the time to wait. */
public abstract class NotNow extends RuntimeException {
    /** The message goes to the caller. */
    protected NotNow(String message) {
        super(message);
    }
}
