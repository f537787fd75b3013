package dev.aisle.recommender.serving.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.storage.StorageException;
import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.InteractionRepository.TrainingRow;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.Group.Kind;
import dev.aisle.recommender.serving.domain.Recent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What people dealt with lately: for the time before the first model, and for what rises. Counted anew every ten seconds, beside the requests. */
@Singleton
class RecentPopularity {
    private static final Logger LOG = Logger.getLogger(RecentPopularity.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int INTERACTIONS = 20_000;

    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final Background background;
    private final KThreshold threshold;
    private volatile @Nullable Counted latest;

    RecentPopularity(
            InteractionRepository interactions, ConsentView consents, Background background, ServingSettings settings) {
        this.interactions = interactions;
        this.consents = consents;
        this.background = background;
        this.threshold = new KThreshold(settings.leastPeople());
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
        } catch (StorageException e) {
            LOG.warnf("The latest interactions can't be counted: %s", e.getMessage());
            return before;
        }
    }

    private Recent count() {
        Tally all = new Tally();
        Map<Group, Tally> groups = new HashMap<>();
        Instant now = Instant.now();
        interactions.latest(INTERACTIONS, row -> {
            Consent consent = consents.of(row.pseudonym());
            if (consent.allows(Purpose.MODEL_TRAINING, now, row.consentVersion())) {
                all.add(row);
                boolean personal = consent.allows(Purpose.PERSONALIZATION, now, row.consentVersion());
                groupsOf(row.circumstances().limitedTo(personal, true))
                        .forEach(group -> groups.computeIfAbsent(group, added -> new Tally())
                                .add(row));
            }
        });
        groups.values().removeIf(tally -> !threshold.allows(tally.people.size()));
        Map<Group, Recent> ofGroups = new HashMap<>();
        groups.forEach((group, tally) -> ofGroups.put(group, tally.recent(Map.of())));
        return all.recent(ofGroups);
    }

    private static Stream<Group> groupsOf(Circumstances circumstances) {
        return Stream.of(ofKind(Kind.COUNTRY, circumstances.country()), ofKind(Kind.DEVICE, circumstances.device()))
                .flatMap(Optional::stream);
    }

    private static Optional<Group> ofKind(Kind kind, @Nullable String value) {
        return value == null ? Optional.empty() : kind.group(value);
    }

    /** Who dealt with what. */
    private static final class Tally {
        private final Set<String> people = new HashSet<>();
        private final Map<String, Set<String>> ofProducts = new HashMap<>();

        void add(TrainingRow row) {
            people.add(row.pseudonym());
            ofProducts.computeIfAbsent(row.productId(), id -> new HashSet<>()).add(row.pseudonym());
        }

        Recent recent(Map<Group, Recent> groups) {
            Map<String, Integer> counts = new HashMap<>();
            ofProducts.forEach((id, those) -> counts.put(id, those.size()));
            List<String> ranking = counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
            long total = counts.values().stream().mapToLong(n -> n).sum();
            return new Recent(ranking, Map.copyOf(counts), total, Map.copyOf(groups));
        }
    }
}
