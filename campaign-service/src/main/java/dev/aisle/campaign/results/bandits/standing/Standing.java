package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.results.bandits.LearnedEpoch;
import dev.aisle.campaign.results.bandits.Outcome;
import dev.aisle.campaign.results.bandits.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the variations stood at an epoch.
 *
 * @param lost what was shown brought so much less than the best so far would have, over all people that can be told; in the unit of the reward
 */
record Standing(int epoch, List<Context> contexts, double lost) {
    public Standing {
        contexts = List.copyOf(contexts);
    }

    /** The variations at people of some segments. */
    public record Context(int number, List<String> segments, List<Arm> arms) {
        public Context {
            segments = List.copyOf(segments);
            arms = List.copyOf(arms);
        }
    }

    /**
     * A variation.
     *
     * @param share how often it is shown, 0 to 1; {@code null} where what was written is in force
     * @param contacts people whose time is over, each with the latest contact; {@code null} of too few to tell
     * @param reward mean of them
     * @param best the probability that nothing is better; {@code null} while nothing is known
     */
    public record Arm(
            String id,
            @Nullable Double share,
            @Nullable Long contacts,
            @Nullable Double reward,
            @Nullable Double best) {}

    /** Of an epoch. */
    public static Standing of(Learned learned, LearnedEpoch epoch) {
        BanditPlan plan = learned.plan();
        Map<Integer, double[]> best = Weighing.best(plan, learned.variations(), epoch.evidence());
        TreeSet<Integer> numbers = new TreeSet<>(epoch.weights().keySet());
        epoch.evidence().forEach(one -> numbers.add(one.context()));
        List<Context> contexts = numbers.stream()
                .map(context ->
                        new Context(context, plan.segments(context), arms(learned, epoch, context, best.get(context))))
                .toList();
        return new Standing(
                epoch.number(),
                contexts,
                contexts.stream().mapToDouble(Standing::lost).sum());
    }

    private static List<Arm> arms(Learned learned, LearnedEpoch epoch, int context, double @Nullable [] best) {
        Map<Integer, double[]> weights = epoch.weights();
        double[] shares = weights.get(context);
        List<Arm> arms = new ArrayList<>();
        for (int arm = 0; arm < learned.variations().size(); arm++) {
            String id = learned.variations().get(arm);
            Sums seen = epoch.evidence().stream()
                    .filter(one -> one.context() == context && one.variation().equals(id))
                    .map(Outcome::rewards)
                    .findFirst()
                    .orElse(Sums.NONE);
            boolean told = seen.n() >= learned.threshold();
            arms.add(new Arm(
                    id,
                    shares == null ? null : shares[arm],
                    told ? seen.n() : null,
                    told ? seen.mean() : null,
                    best == null ? null : best[arm]));
        }
        return arms;
    }

    private static double lost(Context context) {
        double best = 0;
        for (Arm arm : context.arms()) {
            Double reward = arm.reward();
            best = reward == null ? best : Math.max(best, reward);
        }
        double lost = 0;
        for (Arm arm : context.arms()) {
            Double reward = arm.reward();
            Long contacts = arm.contacts();
            lost += reward == null || contacts == null ? 0 : contacts * (best - reward);
        }
        return lost;
    }
}
