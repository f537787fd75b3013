package dev.aisle.publish;

/** Why a command can't go on, in a sentence for whoever typed it. */
public final class Failure extends RuntimeException {
    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
