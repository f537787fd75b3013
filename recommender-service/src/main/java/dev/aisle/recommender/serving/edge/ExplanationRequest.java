package dev.aisle.recommender.serving.edge;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/recommendations/explanations}.
 *
 * @param subject a pseudonym; empty for nobody in particular
 */
record ExplanationRequest(
        @Nullable String subject,
        @Nullable String productId,
        @Nullable String locale,
        @Nullable Long deadlineMillis) {}
