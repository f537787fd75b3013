package dev.aisle.recommender.models.domain;

/** A file that is no whole model of a known format. */
public final class UnreadableModelException extends Exception {
    UnreadableModelException(String reason) {
        super(reason);
    }
}
