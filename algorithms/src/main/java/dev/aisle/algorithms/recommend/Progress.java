package dev.aisle.algorithms.recommend;

import java.util.concurrent.CancellationException;

/** Is told how far a fit has come, from any of its threads, and may end it. */
public interface Progress {
    /** Doesn't listen and never cancels. */
    Progress NONE = (done, total) -> true;

    /**
     * A step is done.
     *
     * @param done steps done so far, {@code 0 ≤ done ≤ total}
     * @param total all steps of this fit
     * @return whether to go on
     */
    boolean goOn(int done, int total);

    /** Tells of a step and ends the fit when the listener doesn't want it to go on. */
    default void step(int done, int total) {
        if (!goOn(done, total)) {
            throw new CancellationException("The fit was cancelled after step " + done + " of " + total + ".");
        }
    }
}
