package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.models.checks.TrainingCheck;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.fairness.FairnessReport;
import dev.aisle.recommender.models.ranking.RankerReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a training worked on and what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultView(
        int users,
        int items,
        long interactions,
        double seconds,
        Map<String, Double> metrics,
        List<CheckView> checks,
        @Nullable GateView gate,
        @Nullable FairnessReport fairness,
        @Nullable RankerReport ranker,
        @Nullable ChoiceReport choice,
        @Nullable String outcome) {
    /** A check of the data. */
    record CheckView(String name, String outcome, String value, String limit) {
        static CheckView of(TrainingCheck check) {
            return new CheckView(check.name(), check.outcome().label(), check.value(), check.limit());
        }
    }

    static @Nullable ResultView of(@Nullable TrainingResult result) {
        return result == null
                ? null
                : new ResultView(
                        result.users(),
                        result.items(),
                        result.interactions(),
                        result.seconds(),
                        result.metrics(),
                        result.checks().stream().map(CheckView::of).toList(),
                        GateView.of(result.gate()),
                        result.fairness(),
                        result.ranker(),
                        result.choice(),
                        result.outcome());
    }
}
