package dev.aisle.recommender.serving.edge;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/recommendations/explanations}.
 *
 * @param subject a pseudonym; empty for nobody in particular
 * @param requestId of a past answer to this person; empty for why it is recommended now
 */
record ExplanationRequest(
        @Nullable String subject,
        @Nullable String productId,
        @Nullable String requestId,
        @Nullable String locale,
        @Nullable Long deadlineMillis) {}
