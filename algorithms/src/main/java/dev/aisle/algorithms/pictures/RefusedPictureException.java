package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.pictures.PictureReading.Refused;
import dev.aisle.algorithms.pictures.PictureReading.Why;

/** Ends the reading of a file from within; never leaves the package. */
final class RefusedPictureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    RefusedPictureException(Why why, String message) {
        super(message, null, false, false);
        this.refused = new Refused(why, message);
    }

    Refused refused() {
        return refused;
    }
}
