package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import java.util.List;
import java.util.Map;

/** A policy that isn't in force, and is asked about. */
sealed interface CandidatePolicy {
    /** Shares by variation, the same for everybody; who isn't named has none. */
    record Fixed(Map<String, Double> weights) implements CandidatePolicy {
        public Fixed {
            weights = Map.copyOf(weights);
        }
    }

    /** Shares by segment: the first that somebody is in counts. */
    record BySegment(List<SegmentShares> segments, Fixed otherwise) implements CandidatePolicy {
        public BySegment {
            segments = List.copyOf(segments);
        }
    }

    /** Shares of the members of a segment. */
    record SegmentShares(String segment, Fixed shares) {}

    /** A bandit that learned from the older half of the log, and is judged by the newer one. */
    record Bandit(Policy policy, double floor) implements CandidatePolicy {}
}
