package dev.aisle.recommender.catalog.shared;

import java.io.IOException;

/** The store of files doesn't answer now, or refuses its caller: nothing is known of the file. */
public final class UnreachableStoreException extends IOException {
    UnreachableStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
