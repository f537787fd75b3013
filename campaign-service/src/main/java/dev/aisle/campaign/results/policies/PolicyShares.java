package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.bandits.ContextualArms;
import dev.aisle.algorithms.bandits.ContextualArms.Seen;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.algorithms.offpolicy.ArmLog;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The probabilities with which a candidate would show each variation in a context. */
final class PolicyShares {
    private static final double TOLERANCE = 1e-6;

    private final List<String> variations;
    private final @Nullable BanditPlan plan;

    /** @param plan whose contexts are logged; {@code null} when none are */
    public PolicyShares(List<String> variations, @Nullable BanditPlan plan) {
        this.variations = List.copyOf(variations);
        this.plan = plan;
    }

    /** What is wrong with a policy: the field, and what to do; empty when nothing is. */
    public Optional<Map.Entry<String, String>> wrong(CandidatePolicy policy) {
        return switch (policy) {
            case CandidatePolicy.Fixed fixed -> wrong("policy.weights", fixed);
            case CandidatePolicy.Bandit bandit ->
                bandit.floor() >= 0 && bandit.floor() <= 1.0 / variations.size()
                        ? Optional.empty()
                        : Optional.of(Map.entry("policy.floor", "expected 0 to " + 1.0 / variations.size()));
            case CandidatePolicy.BySegment bySegment ->
                Stream.concat(
                                bySegment.segments().stream().map(this::wrong),
                                Stream.of(wrong("policy.otherwise", bySegment.otherwise())))
                        .flatMap(Optional::stream)
                        .findFirst();
        };
    }

    private Optional<Map.Entry<String, String>> wrong(CandidatePolicy.SegmentShares one) {
        if (plan == null || !plan.features().contains(one.segment())) {
            return Optional.of(Map.entry(
                    "policy.segments",
                    "who was in '" + one.segment()
                            + "' isn't logged with this version; name it in assignment.bandit.features first"));
        }
        return wrong("policy.segments", one.shares());
    }

    private Optional<Map.Entry<String, String>> wrong(String field, CandidatePolicy.Fixed fixed) {
        for (String id : fixed.weights().keySet()) {
            if (!variations.contains(id)) {
                return Optional.of(Map.entry(
                        field, "there is no variation '" + id + "'; known: " + String.join(", ", variations)));
            }
        }
        double sum = fixed.weights().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        boolean shares = fixed.weights().values().stream().allMatch(one -> one >= 0) && Math.abs(sum - 1) < TOLERANCE;
        return shares
                ? Optional.empty()
                : Optional.of(Map.entry(field, "expected shares of 0 or more that sum to 1, not " + sum));
    }

    /**
     * The shares by context.
     *
     * @param learnedFrom what a bandit may learn from
     */
    public IntFunction<double[]> of(CandidatePolicy policy, List<ArmLog.Row> learnedFrom) {
        return switch (policy) {
            case CandidatePolicy.Fixed fixed -> {
                double[] weights = weights(fixed);
                yield _ -> weights;
            }
            case CandidatePolicy.BySegment bySegment -> context -> weights(bySegment, context);
            case CandidatePolicy.Bandit bandit -> learned(bandit, learnedFrom);
        };
    }

    private double[] weights(CandidatePolicy.Fixed fixed) {
        return variations.stream()
                .mapToDouble(id -> fixed.weights().getOrDefault(id, 0.0))
                .toArray();
    }

    private double[] weights(CandidatePolicy.BySegment bySegment, int context) {
        List<String> in = plan == null ? List.of() : plan.segments(context);
        return weights(bySegment.segments().stream()
                .filter(one -> in.contains(one.segment()))
                .map(CandidatePolicy.SegmentShares::shares)
                .findFirst()
                .orElse(bySegment.otherwise()));
    }

    private IntFunction<double[]> learned(CandidatePolicy.Bandit bandit, List<ArmLog.Row> rows) {
        ContextualArms arms = new ContextualArms(
                variations.size(),
                vector(0).length,
                rows.stream()
                        .map(row -> new Seen(
                                row.arm(),
                                vector(row.context()),
                                new Sums(1, row.reward(), row.reward() * row.reward())))
                        .toList());
        double[] even = new double[variations.size()];
        Arrays.fill(even, 1.0 / even.length);
        return context -> {
            double[] weights = arms.weights(bandit.policy(), vector(context), bandit.floor());
            return weights == null ? even : weights;
        };
    }

    private double[] vector(int context) {
        return plan == null ? new double[] {1} : plan.vector(context);
    }
}
