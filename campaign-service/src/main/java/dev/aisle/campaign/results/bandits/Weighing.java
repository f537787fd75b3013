package dev.aisle.campaign.results.bandits;

import dev.aisle.algorithms.bandits.ContextualArms;
import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.algorithms.bandits.ContextualArms.Seen;
import dev.aisle.algorithms.bandits.Floor;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From what came of what was shown to how often it is shown next. Pure: the same evidence gives the same weights, on any replica. */
public final class Weighing {
    private Weighing() {}

    /** The weights of each context of which the evidence says something, in the order of the variations. */
    public static Map<Integer, double[]> weights(BanditPlan plan, List<Variation> variations, List<Outcome> evidence) {
        return weights(plan, variations.stream().map(Variation::id).toList(), evidence, plan.policy(), plan.floor());
    }

    /** The probability of each variation that it is the best in a context, in the order of the ids. */
    public static Map<Integer, double[]> best(BanditPlan plan, List<String> ids, List<Outcome> evidence) {
        return weights(plan, ids, evidence, Policy.THOMPSON, 0);
    }

    private static Map<Integer, double[]> weights(
            BanditPlan plan, List<String> ids, List<Outcome> evidence, Policy policy, double floor) {
        ContextualArms arms = new ContextualArms(
                ids.size(),
                plan.features().size() + 1,
                evidence.stream()
                        .filter(one -> ids.contains(one.variation()) && one.context() < plan.contexts())
                        .map(one -> new Seen(ids.indexOf(one.variation()), plan.vector(one.context()), one.rewards()))
                        .toList());
        Map<Integer, double[]> weights = new TreeMap<>();
        for (int context = 0; context < plan.contexts(); context++) {
            double[] own = arms.weights(policy, plan.vector(context), floor);
            if (own != null) {
                weights.put(context, own);
            }
        }
        return weights;
    }

    /** What the marketer wrote, over the floor. */
    static double[] written(BanditPlan plan, List<Variation> variations) {
        return Floor.under(variations.stream().mapToDouble(Variation::weight).toArray(), plan.floor());
    }
}
