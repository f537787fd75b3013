package dev.aisle.platform.http;

import dev.aisle.contracts.Keeps;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How much each caller has left. Of {@link #MOST} callers it is known; the one who has been silent longest is forgotten first, so memory is bounded whoever
 * calls.
 */
@Keeps(ofNobody = "what is left to a caller, by address or client")
final class Callers {
    static final int MOST = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final long perSecond;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Counts.
     *
     * @param perSecond requests a second of each; 0: nobody is counted
     */
    Callers(long perSecond, TimeMeter clock) {
        if (perSecond < 0) {
            throw new IllegalArgumentException("aisle.http.limits: expected 0 or more requests a second");
        }
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Takes a request of a caller; 0 when it may pass, else after how many seconds it is worth trying again. */
    int take(String caller) {
        if (perSecond == 0) {
            return 0;
        }
        ConsumptionProbe probe = bucketOf(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : (int) Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
    }

    private Bucket bucketOf(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, _ -> newBucket());
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(2 * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** How many are known. */
    int known() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    /** Whom an address stands for: an IPv6 host has a whole network of addresses to choose from, so the network is the caller. */
    static String of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(withoutZone(address)).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Whether somebody on this machine calls. */
    static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(withoutZone(address)).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
