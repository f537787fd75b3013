package dev.aisle.recommender.serving.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/recommendations/batch}.
 *
 * @param requests at most 100; their own deadlines are passed over
 * @param deadlineMillis of all together
 */
record BatchRequest(
        @Nullable List<@Nullable RecommendationRequest> requests,
        @Nullable Long deadlineMillis) {}
