package dev.aisle.platform.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What staff asks for by the request that runs now, as long as the audit log doesn't have it. */
@RequestScoped
class StaffCall {
    private @Nullable Asked asked;
    private String route = "gRPC";

    /**
     * A call of staff that may change something.
     *
     * @param event such as {@code flag.changed}
     * @param actor the subject of the token
     * @param facts the route and the ids in its path
     */
    record Asked(String event, String actor, Map<String, String> facts) {}

    /** Notes by which route staff calls. */
    void at(String name) {
        route = name;
    }

    /** Returns the route by which staff calls. */
    String route() {
        return route;
    }

    /** Notes who asks for what. */
    void begin(Asked call) {
        asked = call;
    }

    /** Returns what isn't in the log yet. */
    Optional<Asked> open() {
        return Optional.ofNullable(asked);
    }

    /** Notes that the log has it. */
    void recorded() {
        asked = null;
    }
}
