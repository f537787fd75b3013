package dev.aisle.algorithms.pictures;

/** What became of a file. */
public sealed interface PictureReading {
    /**
     * It is a picture.
     *
     * @param width of the file, in pixels, as it is stored
     * @param height the same
     */
    record Read(Picture picture, PictureFormat format, int width, int height) implements PictureReading {}

    /**
     * It isn't, or it is too large.
     *
     * @param why short, for programs
     * @param message for people: what was found, what was expected and what to do
     */
    record Refused(Why why, String message) implements PictureReading {}

    /** Why a file is refused. */
    enum Why {
        EMPTY,
        TOO_LARGE,
        UNKNOWN_FORMAT,
        MISLABELLED,
        TRUNCATED,
        UNREADABLE,
        TOO_SLOW,
        BUSY
    }
}
