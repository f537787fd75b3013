package dev.aisle.recommender.models.domain;

import dev.aisle.recommender.models.checks.TrainingCheck;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.fairness.FairnessReport;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.ranking.RankerReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a training worked on and how good it is.
 *
 * @param users people whose interactions were learned from
 * @param metrics such as {@code ials.recall@20}, on interactions that came after those learned from; empty when there were too few
 * @param checks of the data, all of them; none in trainings from before there were checks
 * @param figures that were checked; {@code null} in trainings from before there were checks
 * @param gate how the model was judged beside the one that serves; {@code null} when it came to no model
 * @param fairness of its lists; {@code null} when too few people could be asked, or it came to no model
 * @param ranker whether a ranker was learned; {@code null} in trainings from before there were rankers
 * @param choice which mix serves at each kind of placement, and why; {@code null} in trainings from before mixes were compared
 * @param outcome what became of the model, in words
 */
public record TrainingResult(
        int users,
        int items,
        long interactions,
        double seconds,
        Map<String, Double> metrics,
        List<TrainingCheck> checks,
        @Nullable TrainingFigures figures,
        @Nullable GateResult gate,
        @Nullable FairnessReport fairness,
        @Nullable RankerReport ranker,
        @Nullable ChoiceReport choice,
        @Nullable String outcome) {
    public TrainingResult {
        metrics = Map.copyOf(metrics);
        checks = List.copyOf(Objects.requireNonNullElse(checks, List.of()));
    }

    /** Of a training that the checks ended. */
    public static TrainingResult refused(TrainingFigures figures, List<TrainingCheck> checks, double seconds) {
        return new TrainingResult(
                figures.people(),
                figures.items(),
                figures.interactions(),
                seconds,
                Map.of(),
                checks,
                figures,
                null,
                null,
                null,
                null,
                null);
    }
}
