package dev.aisle.campaign.campaigns.domain.definition;

import dev.aisle.campaign.campaigns.domain.Campaign;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a marketer said of a campaign.
 *
 * @param campaign what decides
 * @param allocated whether a person's variation is what was allocated under the budget, and not the hash's
 * @param exclusive whether it wants a placement for itself: two such ones of equal priority don't go together
 * @param journey what follows its trigger; of no meaning for a visit
 * @param bandit how it learns which variation is shown how often; {@code null} where the weights stay
 */
public record Definition(
        Campaign campaign,
        String name,
        String description,
        Goal goal,
        Trigger trigger,
        Set<Channel> channels,
        Limits limits,
        boolean exclusive,
        boolean allocated,
        JourneyPlan journey,
        @Nullable BanditPlan bandit) {
    public Definition {
        channels = Set.copyOf(channels);
    }

    /**
     * What is to be reached.
     *
     * @param metric {@code conversion}, {@code revenue}, {@code clicks}, {@code retention} or {@code satisfaction}
     * @param within how long after the campaign it counts
     */
    public record Goal(String metric, Duration within) {}

    /**
     * What makes it begin for a person.
     *
     * @param settings as they are written: {@code after} → {@code PT4H}
     */
    public record Trigger(TriggerType type, Map<String, String> settings) {
        public Trigger {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * What it may cost, and what it brings.
     *
     * @param value of one success; {@code null} when it isn't known
     * @param budget all that it may spend; {@code null} for no limit
     * @param cost of giving it once; {@code null} when that costs nothing
     * @param most how many times it is given to anybody at all; {@code null} for any number
     */
    public record Limits(
            @Nullable Amount value,
            @Nullable Amount budget,
            @Nullable Amount cost,
            @Nullable Long most) {}

    /** Whether both want one placement for themselves with equal right, so that neither could yield. */
    public boolean collidesWith(Definition other) {
        Campaign one = campaign;
        Campaign two = other.campaign;
        return exclusive
                && other.exclusive
                && !one.id().equals(two.id())
                && one.priority() == two.priority()
                && one.placements().stream().anyMatch(two.placements()::contains)
                && one.schedule().meets(two.schedule());
    }
}
