package dev.aisle.local.shell;

/** Ends a command: the message is the one line that the person at the terminal reads. */
public final class CommandFailure extends RuntimeException {
    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
