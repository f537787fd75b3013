package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.serving.domain.Recent;
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
import org.jspecify.annotations.Nullable;

/** What people dealt with lately: for the time before the first model, and for what rises. Counted anew every ten seconds, beside the requests. */
@Singleton
public class RecentPopularity {
    private static final Logger LOG = Logger.getLogger(RecentPopularity.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int INTERACTIONS = 20_000;

    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final Background background;
    private volatile @Nullable Counted latest;

    RecentPopularity(InteractionRepository interactions, ConsentView consents, Background background) {
        this.interactions = interactions;
        this.consents = consents;
        this.background = background;
    }

    private record Counted(Recent recent, long nanos) {}

    /** Products by the number of people, of those who allow to learn from them. */
    Recent now() {
        Counted known = latest;
        if (known == null) {
            return renewed(Recent.NOTHING);
        }
        if (System.nanoTime() - known.nanos() >= FRESH_NANOS) {
            background.once("recent popularity", () -> renewed(known.recent()));
        }
        return known.recent();
    }

    private Recent renewed(Recent before) {
        Recent found = countOr(before);
        latest = new Counted(found, System.nanoTime());
        return found;
    }

    private Recent countOr(Recent before) {
        try {
            return count();
        } catch (DatabaseException e) {
            LOG.warnf("The latest interactions can't be counted: %s", e.getMessage());
            return before;
        }
    }

    private Recent count() {
        Map<String, Set<String>> people = new HashMap<>();
        Instant now = Instant.now();
        interactions.latest(INTERACTIONS, row -> {
            if (consents.of(row.pseudonym()).allows(Purpose.MODEL_TRAINING, now, row.consentVersion())) {
                people.computeIfAbsent(row.productId(), id -> new HashSet<>()).add(row.pseudonym());
            }
        });
        Map<String, Integer> counts = new HashMap<>();
        people.forEach((id, those) -> counts.put(id, those.size()));
        List<String> ranking = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return new Recent(
                ranking,
                Map.copyOf(counts),
                counts.values().stream().mapToLong(n -> n).sum());
    }
}
