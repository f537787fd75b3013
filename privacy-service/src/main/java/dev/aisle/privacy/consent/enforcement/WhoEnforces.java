package dev.aisle.privacy.consent.enforcement;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which processes enforce consent now, and how long withdrawals took lately. */
@Singleton
public class WhoEnforces {
    private static final Duration LATELY = Duration.ofDays(7);

    private final EnforcementPoints points;
    private final Withdrawals withdrawals;
    private final EnforcementConfig config;

    WhoEnforces(EnforcementPoints points, Withdrawals withdrawals, EnforcementConfig config) {
        this.points = points;
        this.withdrawals = withdrawals;
        this.config = config;
    }

    /**
     * A service that must enforce.
     *
     * @param processes none: a withdrawal is answered with 202 until one is there
     */
    public record OfService(String service, List<Enforcer> processes) {}

    /**
     * A process.
     *
     * @param silent since when nothing was heard of it
     * @param tolerated after how long of silence it denies everybody by itself
     */
    public record Enforcer(String instance, Duration silent, Duration tolerated) {}

    /**
     * Withdrawals of the last days.
     *
     * @param open those that aren't known to be in force
     * @param median how long it took from the broker to everywhere; {@code null}: none was measured
     */
    public record Lately(
            long settled,
            long open,
            @Nullable Instant oldestOpen,
            @Nullable Duration median,
            @Nullable Duration slowest) {}

    /** The services of the configuration, then others that report all the same. */
    public List<OfService> now() {
        RollCall roll = points.rollCall();
        long read = System.nanoTime();
        List<Point> reckoned = roll.reckoned(config.margin());
        List<String> services = new ArrayList<>(config.services());
        reckoned.stream()
                .map(Point::service)
                .filter(service -> !services.contains(service))
                .distinct()
                .sorted()
                .forEach(services::add);
        return services.stream()
                .map(service -> new OfService(
                        service,
                        reckoned.stream()
                                .filter(point -> point.service().equals(service))
                                .sorted(Comparator.comparing(Point::instance))
                                .map(point -> new Enforcer(
                                        point.instance(),
                                        Duration.ofNanos(Math.max(0, read - point.receivedNanos())),
                                        point.tolerated()))
                                .toList()))
                .toList();
    }

    /** Withdrawals of the last week. */
    public Lately lately() {
        return withdrawals.lately(Instant.now().minus(LATELY));
    }
}
