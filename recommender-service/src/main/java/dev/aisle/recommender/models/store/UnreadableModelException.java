package dev.aisle.recommender.models.store;

import dev.aisle.recommender.catalog.shared.UnreachableStoreException;

/** A model's file is missing, cut, altered, foreign or newer than this version, or its store doesn't answer; the message says which. */
public final class UnreadableModelException extends Exception {
    UnreadableModelException(String reason) {
        super(reason);
    }

    UnreadableModelException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Whether nothing is known of the file: its store doesn't answer now. */
    public boolean isOfStore() {
        return getCause() instanceof UnreachableStoreException;
    }
}
