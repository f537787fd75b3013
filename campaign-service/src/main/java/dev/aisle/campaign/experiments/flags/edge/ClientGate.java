package dev.aisle.campaign.experiments.flags.edge;

import dev.aisle.campaign.experiments.flags.usecase.FlagCatalogue;
import dev.aisle.campaign.experiments.flags.usecase.FlagSettings;
import dev.aisle.contracts.Keeps;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which client's key gets in, and how often. */
@Singleton
@Keeps(ofNobody = "how often a client's key asked")
class ClientGate {
    private final FlagCatalogue catalogue;
    private final long perSecond;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    ClientGate(FlagCatalogue catalogue, FlagSettings settings) {
        this.catalogue = catalogue;
        this.perSecond = settings.requestsPerSecond();
    }

    /** How asking ends. */
    enum Entry {
        LET_IN,
        /** No key of ours, or one that was revoked. */
        UNKNOWN,
        /** Too often in this second. */
        TOO_OFTEN
    }

    Entry enter(@Nullable String key) {
        if (key == null || !catalogue.knows(key)) {
            if (key != null) {
                buckets.remove(key);
            }
            return Entry.UNKNOWN;
        }
        return buckets.computeIfAbsent(key, _ -> newBucket()).tryConsume(1) ? Entry.LET_IN : Entry.TOO_OFTEN;
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(2 * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
