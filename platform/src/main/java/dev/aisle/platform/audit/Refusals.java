package dev.aisle.platform.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts refusals by caller until they are taken. Memory is bounded whoever calls: beyond {@link #MOST_CALLERS} the others are one entry without a name, and of a caller
 * {@link #MOST_ROUTES} routes are named.
 */
final class Refusals {
    static final int MOST_CALLERS = 1_000;
    static final int MOST_ROUTES = 4;
    /** Who is counted together. No subject of a token is empty. */
    static final String OTHERS = "";

    private Map<String, Counted> callers = new LinkedHashMap<>();

    /**
     * What one caller was refused.
     *
     * @param routes the first of them
     */
    record Refused(String caller, long times, List<String> routes) {}

    private static final class Counted {
        private long times;
        private final Set<String> routes = new LinkedHashSet<>();

        void add(long more, List<String> named) {
            times += more;
            named.stream().filter(route -> routes.size() < MOST_ROUTES).forEach(routes::add);
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

    /** Takes all that was counted. */
    synchronized List<Refused> take() {
        Map<String, Counted> counted = callers;
        callers = new LinkedHashMap<>();
        List<Refused> taken = new ArrayList<>();
        counted.forEach((caller, one) -> taken.add(new Refused(caller, one.times, List.copyOf(one.routes))));
        return taken;
    }
}
