package dev.aisle.recommender.models.usecase;

/** A model file that was trained outside can't be taken; the reason is for who offered it. */
final class UnusableFileException extends RuntimeException {
    UnusableFileException(String file, String reason) {
        super("The file " + file + " can't be taken: " + reason + ".");
    }
}
