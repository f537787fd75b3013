package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.shared.store.DatabaseException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What people dealt with lately, for the time before the first model. */
@Singleton
public class RecentPopularity {
    private static final Logger LOG = Logger.getLogger(RecentPopularity.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int INTERACTIONS = 20_000;

    private final InteractionRepository interactions;
    private final ConsentView consents;
    private volatile Ranking latest = new Ranking(List.of(), System.nanoTime() - FRESH_NANOS);

    RecentPopularity(InteractionRepository interactions, ConsentView consents) {
        this.interactions = interactions;
        this.consents = consents;
    }

    private record Ranking(List<String> productIds, long nanos) {}

    /** Product ids by the number of people, of those who allow to learn from them. */
    List<String> ranking() {
        Ranking known = latest;
        if (System.nanoTime() - known.nanos() >= FRESH_NANOS) {
            known = new Ranking(countOr(known.productIds()), System.nanoTime());
            latest = known;
        }
        return known.productIds();
    }

    private List<String> countOr(List<String> before) {
        try {
            return count();
        } catch (DatabaseException e) {
            LOG.warnf("The latest interactions can't be counted: %s", e.getMessage());
            return before;
        }
    }

    private List<String> count() {
        Map<String, Set<String>> people = new HashMap<>();
        Instant now = Instant.now();
        interactions.latest(INTERACTIONS, row -> {
            if (consents.of(row.pseudonym()).allows(Purpose.MODEL_TRAINING, now, row.consentVersion())) {
                people.computeIfAbsent(row.productId(), id -> new HashSet<>()).add(row.pseudonym());
            }
        });
        Comparator<Map.Entry<String, Set<String>>> byPeople =
                Comparator.comparingInt(product -> -product.getValue().size());
        return people.entrySet().stream()
                .sorted(byPeople.thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
