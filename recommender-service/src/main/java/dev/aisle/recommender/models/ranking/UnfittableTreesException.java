package dev.aisle.recommender.models.ranking;

/** No trees could be fitted; the message says why and what to do. */
final class UnfittableTreesException extends RuntimeException {
    UnfittableTreesException(String message, Throwable cause) {
        super(message, cause);
    }
}
