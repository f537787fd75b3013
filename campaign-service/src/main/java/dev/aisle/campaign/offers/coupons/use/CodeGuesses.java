package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.contracts.Keeps;
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
@Keeps(ofNobody = "misses by client and by the hash of a code")
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

    /** The try of one request: it has taken what a miss costs, so that many at once are no more than many in turn, and gets it back unless it misses. */
    final class Attempt implements AutoCloseable {
        private final String client;
        private final Optional<CouponCode> code;
        private final int secondsToWait;
        private boolean ofClient;
        private boolean ofCode;

        private Attempt(String client, String typed) {
            this.client = client;
            this.code = CouponCode.typed(typed);
            this.secondsToWait = code.map(this::take).orElse(0);
        }

        private int take(CouponCode tried) {
            if (used.containsKey(key(client, tried))) {
                return 0;
            }
            int forClient = secondsOf(clients, client);
            if (forClient > 0 && !tried.checks()) {
                return forClient;
            }
            int forCode = secondsOf(codes, tried.hash());
            if (forCode == 0) {
                ofCode = true;
                ofClient = forClient == 0 && bucket(clients, client, perClient).tryConsume(1);
                bucket(codes, tried.hash(), perCode).tryConsume(1);
            }
            return forCode;
        }

        /** After how many seconds the client may try; 0 when it may now. */
        int secondsToWait() {
            return secondsToWait;
        }

        /** Keeps what a miss costs, or remembers that the client used the code rightly. */
        void ended(boolean missed) {
            synchronized (CodeGuesses.this) {
                if (missed) {
                    ofClient = false;
                    ofCode = false;
                } else {
                    code.ifPresent(right -> used.put(key(client, right), true));
                }
            }
        }

        @Override
        public void close() {
            synchronized (CodeGuesses.this) {
                if (ofClient) {
                    giveBack(clients, client, perClient);
                }
                if (ofCode) {
                    code.ifPresent(right -> giveBack(codes, right.hash(), perCode));
                }
            }
        }
    }

    /** Begins to try a code. */
    synchronized Attempt begin(String client, String typed) {
        return new Attempt(client, typed);
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

    /** A bucket from which nothing is missing is as good as none. */
    private static void giveBack(Map<String, Bucket> buckets, String key, long perMinute) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
            if (bucket.getAvailableTokens() >= perMinute) {
                buckets.remove(key);
            }
        }
    }

    private static Bucket bucket(Map<String, Bucket> buckets, String key, long perMinute) {
        return buckets.computeIfAbsent(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
                        .build());
    }
}
