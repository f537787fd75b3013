package dev.aisle.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts refusals by caller until they are due. The first of a caller are due at once, what the same caller is refused after that in ever longer pauses, so that neither one
 * call waits nor many fill the log. Memory is bounded whoever calls: beyond {@link #MOST_CALLERS} the others are one entry without a name, and of a caller
 * {@link #MOST_ROUTES} routes are named.
 */
final class Refusals {
    static final int MOST_CALLERS = 1_000;
    static final int MOST_ROUTES = 4;
    /** Who is counted together. No subject of a token is empty. */
    static final String OTHERS = "";

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Map<String, Counted> callers = new LinkedHashMap<>();
    private final Duration longestPause;

    /** Counts for records that are at most this far apart for a caller who goes on. */
    Refusals(Duration longestPause) {
        this.longestPause = longestPause;
    }

    /**
     * What one caller was refused.
     *
     * @param routes the first of them
     */
    record Refused(String caller, long times, List<String> routes) {}

    private final class Counted {
        private long times;
        private final Set<String> routes = new LinkedHashSet<>();
        private Duration pause = Duration.ZERO;
        private Instant due = Instant.MIN;

        void add(long more, List<String> named) {
            times += more;
            named.stream().filter(route -> routes.size() < MOST_ROUTES).forEach(routes::add);
        }

        boolean isDue(Instant now) {
            return times > 0 && !now.isBefore(due);
        }

        /** Whether the caller has been quiet for so long that it is nobody again. */
        boolean isOver(Instant now) {
            return times == 0 && !now.isBefore(due.plus(longestPause));
        }

        Refused take(String caller) {
            Refused taken = new Refused(caller, times, List.copyOf(routes));
            times = 0;
            routes.clear();
            return taken;
        }

        void told(Instant now) {
            Duration next = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
            pause = next.compareTo(longestPause) < 0 ? next : longestPause;
            due = now.plus(pause);
        }
    }

    /** Counts a refusal. */
    synchronized void add(String caller, String route) {
        add(new Refused(caller, 1, List.of(route)));
    }

    /** Counts again what was taken and could not be told. */
    synchronized void add(Refused refused) {
        boolean known = callers.containsKey(refused.caller()) || callers.size() < MOST_CALLERS;
        callers.computeIfAbsent(known ? refused.caller() : OTHERS, _ -> new Counted())
                .add(refused.times(), refused.routes());
    }

    /** Takes what is due at a moment. */
    synchronized List<Refused> take(Instant now) {
        callers.values().removeIf(counted -> counted.isOver(now));
        List<Refused> taken = new ArrayList<>();
        callers.forEach((caller, counted) -> {
            if (counted.isDue(now)) {
                taken.add(counted.take(caller));
                counted.told(now);
            }
        });
        return taken;
    }

    /** Takes all that was counted, when it is the end. */
    synchronized List<Refused> takeAll() {
        List<Refused> taken = new ArrayList<>();
        callers.forEach((caller, counted) -> {
            if (counted.times > 0) {
                taken.add(counted.take(caller));
            }
        });
        callers.clear();
        return taken;
    }
}
