package dev.aisle.local.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clients that the local issuer knows, each with the roles in its tokens. */
public final class IssuerClients {
    private static final List<String> HUMAN_ROLES =
            List.of("storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor");

    static final Map<String, List<String>> ROLES = roles();

    private IssuerClients() {}

    /** The names of all clients, people's first. */
    public static Set<String> names() {
        return ROLES.keySet();
    }

    private static Map<String, List<String>> roles() {
        var all = new LinkedHashMap<String, List<String>>();
        HUMAN_ROLES.forEach(role -> all.put(role, List.of(role)));
        all.put("demo", HUMAN_ROLES);
        all.put("ads-export", List.of("ads:export"));
        all.put("campaign-service", List.of("service", "ads:export"));
        all.put("privacy-service", List.of("service"));
        // The assistant checks a shopper's coupons and takes a shopper's requests, as a storefront would.
        all.put("recommender-service", List.of("service", "storefront"));
        return Collections.unmodifiableMap(all);
    }
}
