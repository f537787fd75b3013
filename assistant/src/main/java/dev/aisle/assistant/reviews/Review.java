package dev.aisle.assistant.reviews;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.shared.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a product.
 *
 * @param id the shop's own
 * @param stars 1 … 5; {@code null} for none
 */
record Review(
        String product,
        String id,
        Language language,
        StorableText text,
        @Nullable Integer stars,
        Instant writtenAt) {}
