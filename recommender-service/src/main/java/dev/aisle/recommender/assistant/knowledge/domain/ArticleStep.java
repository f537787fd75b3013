package dev.aisle.recommender.assistant.knowledge.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is done with the newest version of an article. */
public enum ArticleStep {
    SUBMIT(ArticleState.IN_REVIEW, Set.of(ArticleState.DRAFT)),
    /** Back to its author. */
    REJECT(ArticleState.DRAFT, Set.of(ArticleState.IN_REVIEW)),
    APPROVE(ArticleState.APPROVED, Set.of(ArticleState.IN_REVIEW)),
    /** Takes the article and its earlier versions out of use. */
    RETIRE(ArticleState.RETIRED, Set.of(ArticleState.DRAFT, ArticleState.IN_REVIEW, ArticleState.APPROVED));

    private final ArticleState to;
    private final Set<ArticleState> from;

    ArticleStep(ArticleState to, Set<ArticleState> from) {
        this.to = to;
        this.from = from;
    }

    /** The state after it. */
    public ArticleState to() {
        return to;
    }

    /** Whether it can be taken in a state. */
    public boolean possibleIn(ArticleState state) {
        return from.contains(state);
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
