package dev.aisle.recommender.models.store;

/** A model's file is missing, cut, corrupted, foreign or newer than this version; the message says which. */
public final class UnreadableModelException extends Exception {
    UnreadableModelException(String reason) {
        super(reason);
    }

    UnreadableModelException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
