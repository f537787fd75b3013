package dev.aisle.recommender.models.trainer;

/** The process that trains ended without a result; the reason is for who asked for the training. */
final class TrainerEndedException extends RuntimeException {
    TrainerEndedException(String reason) {
        super(reason);
    }
}
