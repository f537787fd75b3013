package dev.aisle.recommender.models.usecase;

/** There are no interactions that models may learn from. */
final class NothingToLearnException extends RuntimeException {
    NothingToLearnException() {
        super("There is nothing to learn from: nobody who grants model_training has dealt with a product yet.");
    }
}
