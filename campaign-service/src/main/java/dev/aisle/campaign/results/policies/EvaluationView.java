package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.offpolicy.OffPolicy;
import dev.aisle.algorithms.offpolicy.OffPolicy.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What a policy would have earned, as it is answered; rewards are means a contact, revenue in minor units. */
record EvaluationView(
        String campaign,
        int version,
        boolean told,
        int threshold,
        @Nullable Long n,
        @Nullable Double earned,
        @Nullable EstimatesView estimates,
        List<String> words) {
    private static final double[] CLIPS = {1, 2, 5, 10};

    static EvaluationView of(PolicyEvaluation one) {
        OffPolicy estimates = one.estimates();
        return new EvaluationView(
                one.campaign(),
                one.version(),
                one.told(),
                one.threshold(),
                one.told() ? one.n() : null,
                one.told() ? one.earned() : null,
                estimates == null ? null : EstimatesView.of(estimates),
                one.words());
    }

    /** A mean and its standard error; {@code null} of a single contact. */
    record ValueView(@Nullable Double value, @Nullable Double error) {
        private static ValueView of(Value value) {
            return new ValueView(finite(value.mean()), finite(value.error()));
        }
    }

    /** Estimator by estimator, those that cut weights off by where they do. */
    record EstimatesView(
            ValueView ips,
            @Nullable Double snips,
            @Nullable Double dm,
            ValueView dr,
            @Nullable Double sndr,
            Map<String, ValueView> clippedIps,
            Map<String, ValueView> switchDr,
            ValueView gain,
            @Nullable Double effectiveSampleSize,
            double meanWeight,
            double maxWeight,
            boolean trustworthy) {
        private static EstimatesView of(OffPolicy policy) {
            return new EstimatesView(
                    ValueView.of(policy.ips()),
                    finite(policy.snips()),
                    finite(policy.direct()),
                    ValueView.of(policy.doublyRobust()),
                    finite(policy.selfNormalisedDr()),
                    clipped(policy::clippedIps),
                    clipped(policy::switchDr),
                    ValueView.of(policy.gain()),
                    finite(policy.effectiveSampleSize()),
                    policy.meanWeight(),
                    policy.greatestWeight(),
                    policy.trustworthy());
        }

        private static Map<String, ValueView> clipped(DoubleFunction<Value> estimate) {
            Map<String, ValueView> all = new LinkedHashMap<>();
            for (double clip : CLIPS) {
                all.put(Integer.toString((int) clip), ValueView.of(estimate.apply(clip)));
            }
            return all;
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
