package dev.aisle.campaign.placements.decisions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a decision came about: who won, who lost, by which rule, on which data. It is kept in the decision's row, and says nothing of a person beyond
 * that.
 *
 * @param currency of the expected values
 * @param winner {@code null} when there was nobody to give the placement to
 * @param lost those that could have been given, too, the best first
 * @param stopped by the code of the first rule that stopped them: campaigns in their versions
 */
public record DecisionTrace(
        String currency,
        @Nullable Weighed winner,
        List<Weighed> lost,
        Map<String, List<String>> stopped,
        Versions data) {
    public DecisionTrace {
        lost = List.copyOf(lost);
        stopped = Map.copyOf(stopped);
    }

    /**
     * A campaign that was compared.
     *
     * @param campaign in its version: {@code welcome@1}
     * @param expected incremental value of giving it once, in minor units
     * @param measured whether the effect was measured; otherwise it is the prior
     * @param rule by which it lost; {@code null} for the winner
     */
    public record Weighed(
            String campaign,
            double expected,
            boolean measured,
            int priority,
            @Nullable String rule) {}

    /**
     * What the data was.
     *
     * @param profile the version of the profile that the segments were said by; 0 when nothing was said
     * @param consent the version of the consent
     * @param model of the recommendations; {@code null} without an answer
     * @param request the recommender's name of its answer
     */
    public record Versions(
            long profile,
            long consent,
            @Nullable String model,
            @Nullable String request) {}
}
