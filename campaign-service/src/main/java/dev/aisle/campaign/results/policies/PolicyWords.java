package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.offpolicy.OffPolicy;
import dev.aisle.algorithms.offpolicy.OffPolicy.Value;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words what an estimate allows to say. */
final class PolicyWords {
    private static final double SIGMAS = 1.96;

    private PolicyWords() {}

    /** Of estimates of a policy, beside what was earned. */
    public static List<String> of(OffPolicy policy, double earned, Reward reward, boolean half) {
        List<String> words = new ArrayList<>();
        if (half) {
            words.add("The bandit learned from the older half of the contacts and is judged by the newer half.");
        }
        if (!policy.trustworthy()) {
            words.add(
                    "Don't trust this: only %.0f contacts' worth of evidence carries it, and it takes 100. Log more, or ask about a policy nearer to the one that was in force."
                            .formatted(policy.effectiveSampleSize()));
        }
        Value gain = policy.gain();
        double off = SIGMAS * gain.error();
        words.add(
                "It would have earned %s, doubly robust, beside %s as it was: a difference of %s, between %s and %s (95 %%)."
                        .formatted(
                                number(policy.doublyRobust().mean(), reward),
                                number(earned, reward),
                                number(gain.mean(), reward),
                                number(gain.mean() - off, reward),
                                number(gain.mean() + off, reward)));
        if (policy.trustworthy()) {
            words.add(verdict(gain.mean(), off));
        }
        return words;
    }

    private static String verdict(double gain, double off) {
        if (gain - off > 0) {
            return "So it would have been better.";
        }
        return gain + off < 0
                ? "So it would have been worse."
                : "So it can't be told whether it would have been better.";
    }

    private static String number(double value, Reward reward) {
        return switch (reward) {
            case CLICKS -> String.format(Locale.ROOT, "%.2f clicks of a hundred", 100 * value);
            case CONVERSION -> String.format(Locale.ROOT, "%.2f orders of a hundred", 100 * value);
            case REVENUE -> String.format(Locale.ROOT, "%.2f a contact", value / 100);
        };
    }
}
