package dev.aisle.recommender.models.trainer.usecase;

/** The process that trains ended without a result; the reason is for who asked for the training. */
public final class TrainerEndedException extends RuntimeException {
    TrainerEndedException(String reason) {
        super(reason);
    }
}
