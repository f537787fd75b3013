package dev.aisle.recommender.models.outside;

/** No model can be made, with a reason that whoever started the training can act on. */
public final class TrainingFailure extends RuntimeException {
    /** For this reason. */
    public TrainingFailure(String message) {
        super(message);
    }

    /** For this reason, which something else is behind. */
    public TrainingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
