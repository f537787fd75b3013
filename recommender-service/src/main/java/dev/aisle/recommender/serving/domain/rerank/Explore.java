package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Exploration;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Gives some places to new products: those that the model doesn't know, and those that the shop sells for less than 30 days. */
record Explore(double share, int size, long seed, Instant now) {
    private static final Duration NEW = Duration.ofDays(30);
    private static final int MOST = 200;

    List<Shown> list(List<Candidate> ranked) {
        int[] pool = share == 0
                ? new int[0]
                : IntStream.range(0, ranked.size())
                        .filter(n -> isNew(ranked.get(n)))
                        .limit(MOST)
                        .toArray();
        int[] order = IntStream.range(0, ranked.size()).toArray();
        return new Exploration(share)
                .draw(order, pool, size, new SplittableRandom(seed)).stream()
                        .map(slot -> new Shown(ranked.get(slot.candidate()), slot.explored(), slot.propensity()))
                        .toList();
    }

    private boolean isNew(Candidate candidate) {
        Instant first = candidate.product().firstAvailableAt();
        return first == null ? !candidate.known() : first.isAfter(now.minus(NEW)) && first.isBefore(now);
    }
}
