package dev.aisle.campaign.coupons.edge;

import dev.aisle.campaign.coupons.domain.CouponCode;
import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds back guessing at codes. Only misses are counted, by client and by code, since one client asks for all shoppers of a shop. Who has no misses left hears of codes that
 * it used rightly before and of drawn ones, which nobody guesses; everything else has to wait, right or not, or the answer would tell which. Limits are of
 * this instance.
 */
@Singleton
class CodeGuesses {
    static final int MOST = 10_000;

    private final Map<String, Bucket> clients = bounded();
    private final Map<String, Bucket> codes = bounded();
    private final Map<String, Boolean> used = bounded();
    private final long perClient;
    private final long perCode;

    @Inject
    CodeGuesses(
            @ConfigProperty(name = "aisle.coupons.misses-per-client", defaultValue = "60") long perClient,
            @ConfigProperty(name = "aisle.coupons.misses-per-code", defaultValue = "20") long perCode) {
        this.perClient = perClient;
        this.perCode = perCode;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Returns after how many seconds the client may try a code; 0 when it may now. */
    synchronized int secondsToWait(String client, String typed) {
        Optional<CouponCode> code = CouponCode.typed(typed);
        if (code.isEmpty() || used.containsKey(key(client, code.get()))) {
            return 0;
        }
        int forCode = secondsOf(codes, code.get().hash());
        return code.get().checks() ? forCode : Math.max(forCode, secondsOf(clients, client));
    }

    /** Remembers whether a client that was let in missed. */
    synchronized void tried(String client, String typed, boolean missed) {
        CouponCode.typed(typed).ifPresent(code -> {
            if (missed) {
                bucket(clients, client, perClient).tryConsume(1);
                bucket(codes, code.hash(), perCode).tryConsume(1);
            } else {
                used.put(key(client, code), true);
            }
        });
    }

    private static String key(String client, CouponCode code) {
        return code.hash() + client;
    }

    /** Looks without making a bucket for each code that comes by. */
    private static int secondsOf(Map<String, Bucket> buckets, String key) {
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            return 0;
        }
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return (int) Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    private static Bucket bucket(Map<String, Bucket> buckets, String key, long perMinute) {
        return buckets.computeIfAbsent(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
                        .build());
    }
}
