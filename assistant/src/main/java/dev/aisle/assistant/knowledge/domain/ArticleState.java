package dev.aisle.assistant.knowledge.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a version came. */
public enum ArticleState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    /** No longer served, nor anything older. */
    RETIRED;

    /** As in requests and tables: {@code in_review}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a name. */
    public static Optional<ArticleState> of(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }
}
