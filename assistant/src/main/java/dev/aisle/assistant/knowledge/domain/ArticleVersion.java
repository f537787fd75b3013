package dev.aisle.assistant.knowledge.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article. Its text never changes.
 *
 * @param number from 1
 * @param author the subject of the token of whoever wrote it
 * @param approver the same of whoever approved it
 */
public record ArticleVersion(
        ArticleKey key,
        int number,
        ArticleState state,
        ArticleText text,
        String author,
        Instant madeAt,
        @Nullable String approver,
        @Nullable Instant approvedAt) {}
