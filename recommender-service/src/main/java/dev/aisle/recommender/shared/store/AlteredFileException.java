package dev.aisle.recommender.shared.store;

import java.io.IOException;

/** A file is another one than was registered under its name. */
public final class AlteredFileException extends IOException {
    AlteredFileException(String message) {
        super(message);
    }
}
