package dev.aisle.shop;

import dev.aisle.shop.gateway.Addresses;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shop is told by its environment.
 *
 * @param port      of its pages; 0 stands for any free one
 * @param hookSecret with which the assistant signs what it asks and tells the shop; empty: nothing is taken from it
 * @param knowledge folder with a folder of articles a language
 */
record Surroundings(int port, Addresses services, String hookSecret, Path knowledge) {
    static Surroundings of(Map<String, String> environment) {
        return new Surroundings(
                Integer.parseInt(told(environment, "SHOP_PORT")),
                new Addresses(
                        address(environment, "SHOP_TOKENS"),
                        address(environment, "SHOP_DOOR"),
                        address(environment, "SHOP_RECOMMENDER"),
                        address(environment, "SHOP_CAMPAIGNS"),
                        address(environment, "SHOP_PRIVACY"),
                        told(environment, "SHOP_CLIENT_SECRET"),
                        told(environment, "SHOP_WRITE_KEY")),
                environment.getOrDefault("SHOP_HOOK_SECRET", ""),
                Path.of(told(environment, "SHOP_KNOWLEDGE")));
    }

    private static URI address(Map<String, String> environment, String name) {
        return URI.create(told(environment, name));
    }

    private static String told(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}
