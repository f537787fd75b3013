package dev.aisle.training.spark;

/** The job can't make a model, with a reason that whoever started it can act on. */
final class TrainingFailure extends RuntimeException {
    TrainingFailure(String message) {
        super(message);
    }

    TrainingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
