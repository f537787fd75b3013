package dev.aisle.recommender.serving.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.served.ServedList;
import dev.aisle.recommender.serving.domain.Explanation;
import dev.aisle.recommender.serving.domain.PastExplanation;
import dev.aisle.recommender.serving.domain.Recommendations.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/recommendations/explanations}.
 *
 * @param place from 1; 0 when it isn't among the first hundred
 * @param obstacles why it isn't there
 * @param past of a past answer only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationView(
        int place,
        RecommendationView.ReasonView reason,
        List<ContributionView> contributions,
        List<ObstacleView> obstacles,
        boolean personalized,
        @Nullable String nonPersonalReason,
        String modelVersion,
        @Nullable PastView past) {
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
                origin.model() == null ? "" : origin.model().version(),
                null);
    }

    /** What only a past answer has. */
    record PastView(
            Instant servedAt, String placement, String stage, String policyVersion, String source, double propensity) {}

    static ExplanationView of(PastExplanation past) {
        ServedList list = past.list();
        ServedList.Origin origin = list.origin();
        return new ExplanationView(
                past.place(),
                RecommendationView.ReasonView.of(past.reason()),
                List.of(),
                List.of(),
                origin.personalized(),
                origin.personalized() ? null : origin.refusal(),
                origin.modelVersion(),
                new PastView(
                        list.servedAt(),
                        origin.placement(),
                        origin.stage(),
                        origin.policyVersion(),
                        past.item().source(),
                        past.item().propensity()));
    }
}
