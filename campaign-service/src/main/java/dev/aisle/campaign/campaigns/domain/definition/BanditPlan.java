package dev.aisle.campaign.campaigns.domain.definition;

import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.campaign.people.Person;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a campaign learns which of its variations is shown how often.
 *
 * @param floor least share of each variation, above 0, so that what is logged can be weighed
 * @param within how long after it was shown a reward counts; before that nothing is learned of it
 * @param features segments whose members may like something else; with none everybody is alike
 */
public record BanditPlan(Policy policy, Reward reward, double floor, Duration within, List<String> features) {
    /** With more of them there would be more contexts than people to learn from. */
    public static final int MOST_FEATURES = 4;

    public BanditPlan {
        features = List.copyOf(features);
    }

    /** What is to be got. */
    public enum Reward {
        /** It was clicked. */
        CLICKS,
        /** An order, which counts for the last that was shown before it. */
        CONVERSION,
        /** What these orders bring, in minor units. */
        REVENUE;

        /** As it is written. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name. */
        public static Optional<Reward> of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }

        /** How long it takes to come, as a rule. */
        public Duration usual() {
            return this == CLICKS ? Duration.ofHours(1) : Duration.ofDays(1);
        }
    }

    /** Which of the features a person has: a bit each, the first one lowest. */
    public int contextOf(Person person) {
        int context = 0;
        for (int n = 0; n < features.size(); n++) {
            context |= person.isIn(features.get(n)) ? 1 << n : 0;
        }
        return context;
    }

    /** A context as numbers: 1, and a 1 for each feature that is there. */
    public double[] vector(int context) {
        double[] vector = new double[features.size() + 1];
        vector[0] = 1;
        for (int n = 0; n < features.size(); n++) {
            vector[n + 1] = context >> n & 1;
        }
        return vector;
    }

    /** How many contexts there are. */
    public int contexts() {
        return 1 << features.size();
    }

    /** The segments of a context. */
    public List<String> segments(int context) {
        return features.stream()
                .filter(feature -> (context >> features.indexOf(feature) & 1) == 1)
                .toList();
    }
}
