package dev.aisle.algorithms.flags.unleash;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a toggle.
 *
 * @param values {@code userId}, {@code sessionId}, {@code remoteAddress}, {@code environment}, {@code appName}, {@code currentTime} as ISO 8601 and any other,
 *     which Unleash calls properties, side by side
 * @param chance of those who have no id, each time 0 ≤ chance &lt; 1
 */
public record UnleashContext(Map<String, String> values, DoubleSupplier chance) {
    public UnleashContext {
        values = Map.copyOf(values);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    /** The unit by which something is decided: by {@code default} the user, else the session, else chance. */
    @Nullable
    String unit(String stickiness) {
        return switch (stickiness) {
            case "default" -> {
                String user = value("userId");
                String session = value("sessionId");
                yield user != null ? user : session != null ? session : random();
            }
            case "random" -> random();
            default -> value(stickiness);
        };
    }

    private String random() {
        return Integer.toString((int) (chance.getAsDouble() * 10_000) + 1);
    }
}
