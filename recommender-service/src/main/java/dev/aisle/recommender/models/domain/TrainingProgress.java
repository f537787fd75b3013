package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.Progress;
import java.util.concurrent.CancellationException;

/** How far a running training has come; told by the thread that trains, read by others, which may cancel. */
public final class TrainingProgress {
    private volatile String stage = "waiting";
    private volatile double progress;
    private volatile boolean cancelled;

    /** A stage begins, which leads from one share of the whole to another. */
    public Progress stage(String name, double from, double to) {
        if (cancelled) {
            throw new CancellationException("The training was cancelled.");
        }
        stage = name;
        progress = from;
        return (done, total) -> {
            progress = from + (to - from) * done / Math.max(1, total);
            return !cancelled;
        };
    }

    /** Ends the training at its next step. */
    public void cancel() {
        cancelled = true;
    }

    /** The name of the current stage. */
    public String stage() {
        return stage;
    }

    /** 0 … 1. */
    public double progress() {
        return progress;
    }
}
