package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Fading;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.ItemMap;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What was seen stands back: at once by half, after a week by a quarter, and so on. Times that aren't known count nothing. */
final class SeenBefore implements Adjustment {
    private static final Fading FADING = new Fading(0.5, 7);
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<String, Instant> seen = new HashMap<>();
    private final ItemMap<Instant> known;
    private final Instant now;

    /**
     * What somebody has looked at.
     *
     * @param history the newest first
     * @param indexOf the number of a product in the model; negative when it has none
     */
    SeenBefore(List<PastInteraction> history, ToIntFunction<String> indexOf, Instant now) {
        this.now = now;
        this.known = new ItemMap<>(history.size());
        for (PastInteraction past : history) {
            boolean looked = past.type() == InteractionType.VIEW || past.type() == InteractionType.LIST_CLICK;
            if (looked && !past.at().equals(Instant.EPOCH)) {
                put(past, indexOf.applyAsInt(past.productId()));
            }
        }
    }

    private void put(PastInteraction past, int item) {
        if (item >= 0) {
            known.putIfAbsent(item, past.at());
        } else {
            seen.putIfAbsent(past.productId(), past.at());
        }
    }

    @Override
    public double factor(Candidate candidate) {
        Instant at = candidate.known()
                ? known.get(candidate.item())
                : seen.get(candidate.product().productId());
        return at == null ? 1 : FADING.factor(Duration.between(at, now).toMillis() / DAY_MILLIS);
    }
}
