package dev.aisle.shop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shop is told by its environment.
 *
 * @param port      of its pages; 0 stands for any free one
 * @param tokens    where the issuer gives tokens
 * @param door      event-ingest-service
 * @param recommender recommender-service, where the chat element comes from as well
 * @param secret    of its clients at the issuer
 * @param writeKey  of the door
 * @param hookSecret with which the assistant signs what it asks and tells the shop; empty: nothing is taken from it
 * @param knowledge folder with a folder of articles a language
 */
record Surroundings(
        int port,
        URI tokens,
        URI door,
        URI recommender,
        String secret,
        String writeKey,
        String hookSecret,
        Path knowledge) {
    static Surroundings of(Map<String, String> environment) {
        return new Surroundings(
                Integer.parseInt(told(environment, "SHOP_PORT")),
                URI.create(told(environment, "SHOP_TOKENS")),
                URI.create(told(environment, "SHOP_DOOR")),
                URI.create(told(environment, "SHOP_RECOMMENDER")),
                told(environment, "SHOP_CLIENT_SECRET"),
                told(environment, "SHOP_WRITE_KEY"),
                environment.getOrDefault("SHOP_HOOK_SECRET", ""),
                Path.of(told(environment, "SHOP_KNOWLEDGE")));
    }

    private static String told(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}
