package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.analysis.domain.disclosure.TimeBands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How many reached each step, and how long it took from the step before. */
public final class StepCounts {
    private final long[] reached;
    private final List<TimeBands> sinceStepBefore = new ArrayList<>();

    StepCounts(int steps) {
        reached = new long[steps];
        for (int step = 0; step < steps; step++) {
            sinceStepBefore.add(new TimeBands());
        }
    }

    int steps() {
        return reached.length;
    }

    void reach(int step) {
        reached[step]++;
    }

    void time(int step, Instant before, Instant now) {
        sinceStepBefore.get(step).add(Duration.between(before, now));
    }

    /** Counts others too, none of whom is counted here. */
    void join(StepCounts others) {
        for (int step = 0; step < steps(); step++) {
            reached[step] += others.reached[step];
            sinceStepBefore.get(step).add(others.sinceStepBefore.get(step));
        }
    }

    /** People or sessions that got to a step. */
    public long reached(int step) {
        return reached[step];
    }

    /** Times from the step before. */
    public TimeBands sinceStepBefore(int step) {
        return sinceStepBefore.get(step);
    }
}
