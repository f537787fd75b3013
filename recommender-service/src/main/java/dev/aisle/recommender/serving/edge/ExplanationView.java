package dev.aisle.recommender.serving.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.serving.domain.Explanation;
import dev.aisle.recommender.serving.domain.Recommendations.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/recommendations/explanations}.
 *
 * @param place from 1; 0 when it isn't among the first hundred
 * @param obstacles why it isn't there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationView(
        int place,
        RecommendationView.ReasonView reason,
        List<ContributionView> contributions,
        List<ObstacleView> obstacles,
        boolean personalized,
        @Nullable String nonPersonalReason,
        String modelVersion) {
    /** A part of the score. */
    record ContributionView(String source, String causeProductId, double share) {}

    /** Why it isn't in the list. */
    record ObstacleView(String code, String text) {}

    static ExplanationView of(Explanation explanation) {
        Origin origin = explanation.origin();
        return new ExplanationView(
                explanation.place(),
                RecommendationView.ReasonView.of(explanation.reason()),
                explanation.contributions().stream()
                        .map(part -> new ContributionView(part.source(), part.causeProductId(), part.share()))
                        .toList(),
                explanation.obstacles().stream()
                        .map(obstacle -> new ObstacleView(obstacle.code().name(), obstacle.text()))
                        .toList(),
                origin.personalized(),
                origin.refusal() == null ? null : origin.refusal().name(),
                origin.model() == null ? "" : origin.model().version());
    }
}
