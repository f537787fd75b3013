package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list is for.
 *
 * @param refusal why nothing about the person may be used; {@code null} when it may
 * @param history the newest first; empty when it may not be used
 * @param across whether what is known of the person in other domains may be used
 */
public record Audience(@Nullable NonPersonal refusal, List<PastInteraction> history, boolean across) {
    public Audience {
        history = List.copyOf(history);
    }

    /** Somebody of one domain. */
    public Audience(@Nullable NonPersonal refusal, List<PastInteraction> history) {
        this(refusal, history, false);
    }

    /** Somebody about whom nothing may be used. */
    public static Audience anybody(NonPersonal refusal) {
        return new Audience(refusal, List.of());
    }

    /** What the person has rated: who rates a film has seen it, though nobody said so. */
    Set<String> rated() {
        Set<String> rated = new HashSet<>();
        history.stream()
                .filter(past -> past.type() == InteractionType.REVIEW)
                .forEach(past -> rated.add(past.productId()));
        return rated;
    }

    /** What the person has bought. */
    public Set<String> purchased() {
        Set<String> purchased = new HashSet<>();
        history.stream()
                .filter(past -> past.type() == InteractionType.PURCHASE)
                .forEach(past -> purchased.add(past.productId()));
        return purchased;
    }
}
