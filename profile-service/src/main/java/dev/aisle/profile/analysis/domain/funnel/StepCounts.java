package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.analysis.domain.disclosure.DurationHistogram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** How many reached each step, how many got no further, and how long it took from the step before and from the first. */
public final class StepCounts {
    private final long[] reached;
    private final long[] peopleReached;
    private final long[] peopleEnded;
    private final List<DurationHistogram> sinceStepBefore = new ArrayList<>();
    private final List<DurationHistogram> sinceFirst = new ArrayList<>();

    StepCounts(int steps) {
        reached = new long[steps];
        peopleReached = new long[steps];
        peopleEnded = new long[steps];
        for (int step = 0; step < steps; step++) {
            sinceStepBefore.add(new DurationHistogram());
            sinceFirst.add(new DurationHistogram());
        }
    }

    int steps() {
        return reached.length;
    }

    void reach(int step, boolean newPerson) {
        reached[step]++;
        peopleReached[step] += newPerson ? 1 : 0;
    }

    void end(int step, boolean newPerson) {
        peopleEnded[step] += newPerson ? 1 : 0;
    }

    void time(int step, Instant before, Instant now, Instant first) {
        sinceStepBefore.get(step).add(Duration.between(before, now));
        sinceFirst.get(step).add(Duration.between(first, now));
    }

    /** Counts others too, none of whom is counted here. */
    void join(StepCounts others) {
        joinGroup(others, Long::sum);
    }

    /** Counts a group too, of whom some may be here. */
    void joinGroup(StepCounts others, LongBinaryOperator together) {
        for (int step = 0; step < steps(); step++) {
            reached[step] += others.reached[step];
            peopleReached[step] = together.applyAsLong(peopleReached[step], others.peopleReached[step]);
            peopleEnded[step] = together.applyAsLong(peopleEnded[step], others.peopleEnded[step]);
            sinceStepBefore.get(step).add(others.sinceStepBefore.get(step));
            sinceFirst.get(step).add(others.sinceFirst.get(step));
        }
    }

    /** People or sessions that got to a step. */
    public long reached(int step) {
        return reached[step];
    }

    /** How many people these are. */
    public long peopleReached(int step) {
        return peopleReached[step];
    }

    /** How many people had an attempt (a session's, when sessions are counted) that ended with this step. */
    public long peopleEnded(int step) {
        return peopleEnded[step];
    }

    /** Times from the step before. */
    public DurationHistogram sinceStepBefore(int step) {
        return sinceStepBefore.get(step);
    }

    /** Times from the first step. */
    public DurationHistogram sinceFirst(int step) {
        return sinceFirst.get(step);
    }
}
