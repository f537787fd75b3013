package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.results.bandits.LearnedEpoch;
import dev.aisle.campaign.results.bandits.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a campaign has learned, as it is answered. */
final class BanditViews {
    private BanditViews() {}

    /**
     * The whole.
     *
     * @param withheld why there are no figures: {@code too-few-people}, or {@code none-left} until tomorrow; {@code null} where there are
     * @param countedAt when the figures were counted
     * @param left how many new numbers the reader can have today
     */
    record BanditView(
            String campaign,
            int version,
            String policy,
            String goal,
            double floor,
            String within,
            List<String> features,
            boolean told,
            @Nullable String withheld,
            @Nullable Instant countedAt,
            int left,
            int threshold,
            List<EpochView> epochs,
            List<String> words) {
        static BanditView of(Learned learned) {
            return new BanditView(
                    learned.campaign(),
                    learned.version(),
                    learned.plan().policy().name().toLowerCase(Locale.ROOT),
                    learned.plan().reward().code(),
                    learned.plan().floor(),
                    learned.plan().within().toString(),
                    learned.plan().features(),
                    learned.told(),
                    learned.told() ? null : learned.noneLeft() ? "none-left" : "too-few-people",
                    learned.countedAt(),
                    learned.left(),
                    learned.threshold(),
                    learned.epochs().stream()
                            .map(epoch -> EpochView.of(learned, epoch))
                            .toList(),
                    learned.words());
        }
    }

    record EpochView(int epoch, Instant computedAt, List<ContextView> contexts) {
        private static EpochView of(Learned learned, LearnedEpoch epoch) {
            TreeSet<Integer> contexts = new TreeSet<>(epoch.weights().keySet());
            epoch.evidence().forEach(one -> contexts.add(one.context()));
            return new EpochView(
                    epoch.number(),
                    epoch.computedAt(),
                    contexts.stream()
                            .map(context -> new ContextView(
                                    learned.plan().segments(context), ArmView.all(learned, epoch, context)))
                            .toList());
        }
    }

    record ContextView(List<String> segments, List<ArmView> variations) {}

    /**
     * A variation in a context.
     *
     * @param weight that the released numbers give; {@code null} where those that were written are in force
     * @param n people whose time is over, each with the latest contact; {@code null} where they are too few to tell
     * @param reward mean of them
     */
    record ArmView(
            String id,
            @Nullable Double weight,
            @Nullable Long n,
            @Nullable Double reward) {
        private static List<ArmView> all(Learned learned, LearnedEpoch epoch, int context) {
            Map<Integer, double[]> weights = epoch.weights();
            double[] own = weights.get(context);
            List<ArmView> all = new ArrayList<>();
            for (int arm = 0; arm < learned.variations().size(); arm++) {
                String id = learned.variations().get(arm);
                Sums sums = epoch.evidence().stream()
                        .filter(one ->
                                one.context() == context && one.variation().equals(id))
                        .map(Outcome::rewards)
                        .findFirst()
                        .orElse(Sums.NONE);
                boolean enough = sums.n() >= learned.threshold();
                all.add(new ArmView(
                        id, own == null ? null : own[arm], enough ? sums.n() : null, enough ? sums.mean() : null));
            }
            return all;
        }
    }
}
