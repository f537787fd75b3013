package dev.aisle.campaign.campaigns.domain.reading;

import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads how variations are assigned: by chance, as allocated, or by a bandit that learns. */
final class BanditReader {
    private static final List<String> WORDS = List.of("random", "allocated");
    private static final List<String> POLICIES = Arrays.stream(Policy.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> REWARDS =
            Arrays.stream(Reward.values()).map(Reward::code).toList();
    private static final double USUAL_FLOOR = 0.05;

    private BanditReader() {}

    /** Whether it is given as allocated. */
    static boolean allocated(Spot spot) {
        return spot.is("assignment")
                && !spot.node().path("assignment").isObject()
                && spot.at("assignment").word(WORDS).equals("allocated");
    }

    /** The bandit; {@code null} when there is none. */
    static @Nullable BanditPlan read(Spot spot, int variations, boolean shown) {
        Spot assignment = spot.at("assignment");
        if (!assignment.node().isObject() || !assignment.object(List.of("bandit"))) {
            return null;
        }
        Spot bandit = assignment.at("bandit");
        if (!bandit.object(List.of("policy", "goal", "floor", "within", "features"))) {
            return null;
        }
        if (variations < 2) {
            bandit.wrong("There is nothing to choose from.", "Write two variations or more.");
        }
        if (!shown) {
            bandit.wrong("A bandit is for what a placement shows.", "Name placements, or leave the bandit out.");
        }
        String policy = bandit.at("policy").word(POLICIES);
        Reward reward = Reward.of(bandit.at("goal").word(REWARDS)).orElse(Reward.CLICKS);
        double even = 1.0 / Math.max(1, variations);
        double floor = bandit.is("floor") ? bandit.at("floor").share(false) : Math.min(USUAL_FLOOR, even);
        if (!(floor > 0 && floor <= even)) {
            bandit.at("floor")
                    .wrong(
                            "Each variation needs a share, and " + variations + " of them must fit into 1.",
                            "Write more than 0 and no more than " + even + ".");
        }
        Duration within = bandit.is("within") ? bandit.at("within").span() : reward.usual();
        List<String> features = bandit.is("features")
                ? bandit.at("features").elements(1, BanditPlan.MOST_FEATURES, "segments").stream()
                        .map(one -> one.name("the id of a segment"))
                        .distinct()
                        .toList()
                : List.of();
        return new BanditPlan(
                policy.isEmpty() ? Policy.THOMPSON : Policy.valueOf(policy.toUpperCase(Locale.ROOT)),
                reward,
                floor,
                within,
                features);
    }
}
