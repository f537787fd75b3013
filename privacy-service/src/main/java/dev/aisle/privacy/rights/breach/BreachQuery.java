package dev.aisle.privacy.rights.breach;

import dev.aisle.privacy.rights.breach.Breach.What;
import jakarta.ws.rs.QueryParam;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was compromised, one of four, and when, as it was asked. */
final class BreachQuery {
    @QueryParam("service")
    @Nullable
    String service;

    @QueryParam("pseudonymKey")
    @Nullable
    String pseudonymKey;

    @QueryParam("masterKey")
    @Nullable
    String masterKey;

    @QueryParam("sealingKey")
    @Nullable
    String sealingKey;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    /** What is named, with its name. */
    Map<What, String> named() {
        Map<What, String> named = new EnumMap<>(What.class);
        put(named, What.SERVICE, service);
        put(named, What.PSEUDONYM_KEY, pseudonymKey);
        put(named, What.MASTER_KEY, masterKey);
        put(named, What.SEALING_KEY, sealingKey);
        return named;
    }

    private static void put(Map<What, String> named, What what, @Nullable String name) {
        if (name != null) {
            named.put(what, name);
        }
    }

    static String parameterOf(What what) {
        return switch (what) {
            case SERVICE -> "service";
            case PSEUDONYM_KEY -> "pseudonymKey";
            case MASTER_KEY -> "masterKey";
            case SEALING_KEY -> "sealingKey";
        };
    }
}
