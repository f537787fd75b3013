package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Fading;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.domain.PastInteraction;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was seen stands back: at once by half, after a week by a quarter, and so on. Times that aren't known count nothing. */
final class SeenBefore implements Adjustment {
    private static final Fading FADING = new Fading(0.5, 7);
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<String, Instant> seen = new HashMap<>();
    private final Instant now;

    /** @param history the newest first */
    SeenBefore(List<PastInteraction> history, Instant now) {
        this.now = now;
        for (PastInteraction past : history) {
            boolean looked = past.type() == InteractionType.VIEW || past.type() == InteractionType.LIST_CLICK;
            if (looked && !past.at().equals(Instant.EPOCH)) {
                seen.putIfAbsent(past.productId(), past.at());
            }
        }
    }

    @Override
    public double factor(Candidate candidate) {
        Instant at = seen.get(candidate.product().productId());
        return at == null ? 1 : FADING.factor(Duration.between(at, now).toMillis() / DAY_MILLIS);
    }
}
