package dev.aisle.recommender.serving.edge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/recommendations}; everything may be left out.
 *
 * @param pageCursor {@code nextPageCursor} of the answer before
 * @param context what is known of the visit: country, device
 * @param logExposure whether the list is shown and counts as an exposure of its items
 * @param deadlineMillis how long the caller waits, from the arrival of the request
 */
record RecommendationRequest(
        @Nullable String subject,
        @Nullable String sessionId,
        @Nullable String placement,
        @Nullable Integer size,
        @Nullable List<@Nullable String> contextItems,
        @Nullable List<@Nullable String> cart,
        @Nullable List<@Nullable String> exclude,
        @Nullable FilterRequest filters,
        @Nullable RerankingRequest reranking,
        @Nullable Boolean explain,
        @Nullable Boolean includePurchased,
        @Nullable String locale,
        @Nullable String pageCursor,
        @Nullable Map<String, @Nullable String> context,
        @Nullable Boolean logExposure,
        @Nullable Long deadlineMillis) {}
