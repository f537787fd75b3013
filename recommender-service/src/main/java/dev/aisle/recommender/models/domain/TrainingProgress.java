package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.contracts.Keeps;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/** How far a running training has come; told by the thread that trains, read by others, which may cancel. */
@Keeps(ofNobody = "the stages of a training")
public final class TrainingProgress {
    private volatile String stage = "waiting";
    private volatile double progress;
    private volatile boolean cancelled;
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();

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

    /** Says how far it is, as somebody else tells it. */
    public void at(String name, double share) {
        stage = name;
        progress = share;
    }

    /** Ends the training at its next step. */
    public void cancel() {
        cancelled = true;
        ends.forEach(Runnable::run);
    }

    /** What ends what doesn't look whether it was cancelled. */
    public void onCancel(Runnable end) {
        ends.add(end);
        if (cancelled) {
            end.run();
        }
    }

    /** Whether somebody cancelled it. */
    public boolean cancelled() {
        return cancelled;
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
