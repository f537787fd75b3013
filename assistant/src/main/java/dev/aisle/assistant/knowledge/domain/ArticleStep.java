package dev.aisle.assistant.knowledge.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done with the newest version of an article. */
public enum ArticleStep {
    SUBMIT(ArticleState.IN_REVIEW),
    /** Back to its author. */
    REJECT(ArticleState.DRAFT),
    APPROVE(ArticleState.APPROVED),
    /** Takes the article and its earlier versions out of use. */
    RETIRE(ArticleState.RETIRED);

    private final ArticleState to;

    ArticleStep(ArticleState to) {
        this.to = to;
    }

    /** The state after it. */
    public ArticleState to() {
        return to;
    }

    /** Whether it can be taken in a state. */
    public boolean possibleIn(ArticleState state) {
        return switch (this) {
            case SUBMIT -> state == ArticleState.DRAFT;
            case REJECT, APPROVE -> state == ArticleState.IN_REVIEW;
            case RETIRE -> state != ArticleState.RETIRED;
        };
    }

    /** As in requests: {@code submit}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of a name. */
    public static Optional<ArticleStep> of(String wireName) {
        return Arrays.stream(values())
                .filter(step -> step.wireName().equals(wireName))
                .findFirst();
    }
}
