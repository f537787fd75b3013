package dev.aisle.federate;

/** The training ended before its last round. What was learnt in the round that broke is nowhere. */
public final class TrainingAbortedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason in which round, and why */
    public TrainingAbortedException(String reason) {
        super(reason);
    }
}
