package dev.aisle.algorithms.offpolicy;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Estimates of the mean reward of a policy that wasn't in force.
 *
 * @see <a href="https://arxiv.org/abs/1103.4601">Dudík, Langford, Li: Doubly robust policy evaluation and learning</a>
 * @see <a href="https://arxiv.org/abs/1612.01205">Wang, Agarwal, Dudík: Switch-DR</a>
 * @see <a href="https://arxiv.org/abs/1907.09623">Su, Dimakopoulou, Krishnamurthy, Dudík: DR with optimistic shrinkage</a>
 */
public final class OffPolicy {
    /** With fewer effective choices an estimate hangs on a handful of them. */
    private static final double LEAST_EFFECTIVE = 100;

    private final List<LoggedChoice> log;

    /** @throws IllegalArgumentException when nothing was logged */
    public OffPolicy(List<LoggedChoice> log) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("expected at least one logged choice");
        }
        this.log = List.copyOf(log);
    }

    /** A mean and its standard error. */
    public record Value(double mean, double error) {}

    /** Inverse propensity scores: unbiased where every wanted choice was logged at times. */
    public Value ips() {
        return weighted(weight -> weight);
    }

    /** The same with weights of at most so much: less variance, a bias downwards. */
    public Value clippedIps(double most) {
        return weighted(weight -> Math.min(weight, most));
    }

    /** The same with λ-smoothed weights w / (1 − λ + λ w), of subgaussian tails. */
    public Value subgaussianIps(double lambda) {
        return weighted(weight -> weight / (1 - lambda + lambda * weight));
    }

    private Value weighted(DoubleUnaryOperator shrunk) {
        return value(choice -> shrunk.applyAsDouble(choice.weight()) * choice.reward());
    }

    /** IPS over the sum of the weights. */
    public double snips() {
        return sum(choice -> choice.weight() * choice.reward()) / sum(LoggedChoice::weight);
    }

    /** The direct method: the model alone. */
    public double direct() {
        return mean(LoggedChoice::direct);
    }

    /** Doubly robust: the model, and IPS of what it missed. */
    public Value doublyRobust() {
        return robust(weight -> weight);
    }

    /** The model, and what it missed only where the weight is small. */
    public Value switchDr(double threshold) {
        return robust(weight -> weight <= threshold ? weight : 0);
    }

    /** Doubly robust with weights of at most so much. */
    public Value clippedDr(double most) {
        return robust(weight -> Math.min(weight, most));
    }

    /** Doubly robust with weights λ w / (w² + λ). */
    public Value optimisticDr(double lambda) {
        return robust(weight -> lambda * weight / (weight * weight + lambda));
    }

    /** What the policy would have earned beyond what was earned, doubly robust, choice by choice. */
    public Value gain() {
        return value(choice -> choice.direct() + choice.weight() * choice.residual() - choice.reward());
    }

    private Value robust(DoubleUnaryOperator shrunk) {
        return value(choice -> choice.direct() + shrunk.applyAsDouble(choice.weight()) * choice.residual());
    }

    /** Doubly robust over the sum of the weights. */
    public double selfNormalisedDr() {
        return direct() + sum(choice -> choice.weight() * choice.residual()) / sum(LoggedChoice::weight);
    }

    /** How many choices of equal weight would say as much. */
    public double effectiveSampleSize() {
        double sum = sum(LoggedChoice::weight);
        return sum * sum / sum(choice -> choice.weight() * choice.weight());
    }

    /** Whether enough choices carry the estimate. */
    public boolean trustworthy() {
        return effectiveSampleSize() >= LEAST_EFFECTIVE;
    }

    /** Near 1 when every wanted choice was logged at times. */
    public double meanWeight() {
        return mean(LoggedChoice::weight);
    }

    public double greatestWeight() {
        return log.stream().mapToDouble(LoggedChoice::weight).max().orElse(0);
    }

    public int size() {
        return log.size();
    }

    private Value value(ToDoubleFunction<LoggedChoice> of) {
        double mean = mean(of);
        double squares = sum(choice -> (of.applyAsDouble(choice) - mean) * (of.applyAsDouble(choice) - mean));
        return new Value(mean, log.size() < 2 ? Double.NaN : Math.sqrt(squares / (log.size() - 1) / log.size()));
    }

    private double mean(ToDoubleFunction<LoggedChoice> of) {
        return sum(of) / log.size();
    }

    private double sum(ToDoubleFunction<LoggedChoice> of) {
        double sum = 0;
        for (LoggedChoice choice : log) {
            sum += of.applyAsDouble(choice);
        }
        return sum;
    }
}
