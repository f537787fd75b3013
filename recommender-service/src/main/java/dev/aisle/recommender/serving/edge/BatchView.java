package dev.aisle.recommender.serving.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.platform.problem.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /v1/recommendations/batch}: in the order of the requests, each a list or what is wrong with the request. */
record BatchView(List<Outcome> answers) {
    /** One of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            @Nullable RecommendationView response, @Nullable List<FieldError> errors) {}
}
