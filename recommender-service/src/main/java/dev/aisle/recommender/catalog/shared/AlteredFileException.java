package dev.aisle.recommender.catalog.shared;

import java.io.IOException;

/** A file is another one than was registered under its name. */
final class AlteredFileException extends IOException {
    AlteredFileException(String message) {
        super(message);
    }
}
