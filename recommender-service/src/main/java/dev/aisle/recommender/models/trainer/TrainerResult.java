package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.fairness.AskedPerson;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.ranking.RankerReport;
import java.util.List;
import java.util.Map;

/**
 * What is to be said of the model that a training made, beside the model itself.
 *
 * @param metrics such as {@code ials.recall@20}; empty when too little came after what was learned from
 * @param asked the people of the hold-out; empty when nobody was asked
 */
public record TrainerResult(
        Map<String, Double> metrics,
        GateResult gate,
        ChoiceReport choice,
        RankerReport ranker,
        List<AskedPerson> asked) {
    public TrainerResult {
        metrics = Map.copyOf(metrics);
        asked = List.copyOf(asked);
    }
}
