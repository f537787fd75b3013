package dev.aisle.privacy.consent.enforcement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who enforces consent, as certainly known at a moment.
 *
 * @param points by their latest reports
 * @param confirmedNanos up to when their reports were certainly read
 */
record RollCall(Collection<Point> points, long confirmedNanos) {
    public RollCall {
        points = List.copyOf(points);
    }

    /**
     * What must hold of all.
     *
     * @param services of which a process must be there
     * @param tolerated after how long of not reading the consents each process denies by itself
     * @param margin for clocks that don't run alike
     */
    public record Rules(List<String> services, Duration tolerated, Duration margin) {}

    /**
     * Who may still use data under the consent before that place; empty when the withdrawal is in force. A process that has not read
     * it has not been confirmed since it was written: after the tolerated silence it denies everybody, whoever it is.
     */
    public List<Missing> missing(Place place, Rules rules) {
        if (confirmedNanos - place.writtenNanos() > bound(rules).toNanos()) {
            return List.of();
        }
        List<Missing> missing = new ArrayList<>();
        for (Point point : reckoned(rules.margin())) {
            if (!point.enforces(place)) {
                missing.add(new Missing(point.service(), point.instance()));
            }
        }
        missing.addAll(absent(rules));
        return missing;
    }

    /** The services of which nobody is there. */
    public List<Missing> absent(Rules rules) {
        List<Point> reckoned = reckoned(rules.margin());
        return rules.services().stream()
                .filter(service ->
                        reckoned.stream().noneMatch(point -> point.service().equals(service)))
                .map(service -> new Missing(service, null))
                .toList();
    }

    /** Whether a process of that service is there. */
    public boolean has(String service, Duration margin) {
        return reckoned(margin).stream().anyMatch(point -> point.service().equals(service));
    }

    /** The processes of a service that may not go by everything before these offsets of the consents, by partition. */
    public List<Missing> behind(Map<Integer, Long> offsets, String service, Duration margin) {
        return reckoned(margin).stream()
                .filter(point -> point.service().equals(service) && !point.enforces(offsets))
                .map(point -> new Missing(service, point.instance()))
                .toList();
    }

    /** Those who may use something. */
    public List<Point> reckoned(Duration margin) {
        return points.stream()
                .filter(point -> point.mayUse(confirmedNanos, margin))
                .toList();
    }

    /** The longest that anybody tolerates. */
    private Duration bound(Rules rules) {
        Duration longest = rules.tolerated();
        for (Point point : points) {
            longest = point.tolerated().compareTo(longest) > 0 ? point.tolerated() : longest;
        }
        return longest.plus(rules.margin());
    }
}
