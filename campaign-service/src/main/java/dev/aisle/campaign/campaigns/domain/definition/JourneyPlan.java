package dev.aisle.campaign.campaigns.domain.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to somebody once the trigger has begun it.
 *
 * @param exit whoever fulfils this leaves at once; {@code null} when nobody does
 */
public record JourneyPlan(List<JourneyStep> steps, @Nullable SinceEntry exit) {
    /** A campaign that says nothing of steps sends one message. */
    public static final JourneyPlan ONE_MESSAGE = new JourneyPlan(List.of(new JourneyStep.Send(null)), null);

    public JourneyPlan {
        steps = List.copyOf(steps);
    }
}
