package dev.aisle.federate;

/** The command can't be run as it was given; the message is one line for whoever typed it. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what would be right */
    public UsageException(String message) {
        super(message);
    }
}
