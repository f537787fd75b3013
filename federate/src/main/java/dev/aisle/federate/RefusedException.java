package dev.aisle.federate;

/** What the other side sent is refused; the message is the reason, and goes to it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason which field, what is wrong, what would be right */
    public RefusedException(String reason) {
        super(reason);
    }
}
