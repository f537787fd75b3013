package dev.aisle.recommender.models.trials;

import dev.aisle.algorithms.evaluate.RankBiasedOverlap;
import dev.aisle.recommender.models.registry.ModelState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what one model does on trial in one instance. For several threads. */
final class TrialTally {
    private static final int TOP = 10;
    private static final RankBiasedOverlap LIKENESS = new RankBiasedOverlap(0.9);

    private long answers;
    private long failures;
    private long dropped;
    private long compared;
    private double overlap;
    private double rankBiased;
    private final Latencies latencies = new Latencies();

    /** It gave an answer. */
    public synchronized void answered(long nanos) {
        answers++;
        latencies.add(nanos);
    }

    /** It gave a list beside the one that was served; both are product ids, the best first. */
    public synchronized void compared(List<String> served, List<String> own) {
        compared++;
        overlap += overlap(served, own);
        rankBiased += LIKENESS.of(served, own);
    }

    private static double overlap(List<String> served, List<String> own) {
        Set<String> first = new HashSet<>(served.subList(0, Math.min(TOP, served.size())));
        List<String> second = own.subList(0, Math.min(TOP, own.size()));
        int longer = Math.max(first.size(), second.size());
        return longer == 0
                ? 1
                : (double) second.stream().filter(first::contains).count() / longer;
    }

    /** It couldn't answer; returns how often that was. */
    public synchronized long failed() {
        return ++failures;
    }

    /** It was too busy to be asked. */
    public synchronized void dropped() {
        dropped++;
    }

    /** Share of its requests that it couldn't answer. */
    public synchronized double failureShare() {
        return failures == 0 ? 0 : (double) failures / (answers + failures);
    }

    /** The counts as they are now. */
    public synchronized Counts counts() {
        return new Counts(answers, failures, dropped, compared, overlap, rankBiased, latencies.counts());
    }

    /** Counts of one instance. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once
    public record Counts(
            long answers,
            long failures,
            long dropped,
            long compared,
            double overlap,
            double rankBiased,
            long[] latencies) {
        /** The sum of both. */
        public Counts plus(Counts other) {
            return new Counts(
                    answers + other.answers,
                    failures + other.failures,
                    dropped + other.dropped,
                    compared + other.compared,
                    overlap + other.overlap,
                    rankBiased + other.rankBiased,
                    new Latencies().add(latencies).add(other.latencies).counts());
        }

        /** What they say. */
        public Trial trial(ModelState place) {
            Latencies durations = new Latencies().add(latencies);
            return new Trial(
                    place,
                    answers,
                    failures,
                    dropped,
                    compared,
                    compared == 0 ? null : overlap / compared,
                    compared == 0 ? null : rankBiased / compared,
                    durations.millisWithin(0.5),
                    durations.millisWithin(0.99));
        }
    }
}
