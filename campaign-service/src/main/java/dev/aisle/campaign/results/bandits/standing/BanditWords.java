package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.results.bandits.LearnedEpoch;
import dev.aisle.campaign.results.bandits.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in words how often each variation is shown, and why. */
final class BanditWords {
    private final BanditPlan plan;
    private final List<String> variations;
    private final int threshold;

    /** @param threshold of fewer people nothing is said */
    public BanditWords(BanditPlan plan, List<String> variations, int threshold) {
        this.plan = plan;
        this.variations = List.copyOf(variations);
        this.threshold = threshold;
    }

    /** Of the newest epoch. */
    public List<String> of(LearnedEpoch epoch) {
        List<String> words = new ArrayList<>();
        if (epoch.weights().isEmpty()) {
            words.add("No two people differ in what came of it, so the shares that were written are in force.");
        }
        for (Map.Entry<Integer, double[]> one : epoch.weights().entrySet()) {
            words.add(context(epoch, one.getKey(), one.getValue()));
        }
        words.add("Each variation is shown to %s of a hundred at least, so that it is noticed when people change."
                .formatted(number(100 * plan.floor())));
        return words;
    }

    private String context(LearnedEpoch epoch, int context, double[] weights) {
        List<String> shares = new ArrayList<>();
        for (int arm = 0; arm < weights.length; arm++) {
            shares.add("'%s' to %s of a hundred%s"
                    .formatted(
                            variations.get(arm),
                            number(100 * weights[arm]),
                            seen(epoch, context, variations.get(arm))));
        }
        return who(context) + ": " + String.join("; ", shares) + ".";
    }

    private String who(int context) {
        if (plan.features().isEmpty()) {
            return "Shown";
        }
        List<String> in = plan.segments(context);
        return "Shown to people " + (in.isEmpty() ? "in none of the segments" : "in " + String.join(" and ", in));
    }

    private String seen(LearnedEpoch epoch, int context, String variation) {
        Sums sums = epoch.evidence().stream()
                .filter(one -> one.context() == context && one.variation().equals(variation))
                .map(Outcome::rewards)
                .findFirst()
                .orElse(Sums.NONE);
        if (sums.n() < threshold) {
            return " (too few people so far)";
        }
        String what = switch (plan.reward()) {
            case CLICKS -> "%s clicks of a hundred";
            case CONVERSION -> "%s orders of a hundred";
            case REVENUE -> "%s a person";
        };
        double mean = plan.reward() == Reward.REVENUE ? sums.mean() / 100 : 100 * sums.mean();
        return " (" + what.formatted(number(mean)) + " in " + sums.n() + " people)";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
