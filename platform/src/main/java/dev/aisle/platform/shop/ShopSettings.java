package dev.aisle.platform.shop;

import dev.aisle.contracts.ShopPrefix;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings that follow from the shop's name: {@code aisle.shop-prefix}, with which the names of topics and groups begin, the name in pseudonyms unless it is said, and where
 * traces say which shop they are of. Found by the service loader.
 */
public final class ShopSettings implements ConfigSourceFactory {
    static final String SHOP = "aisle.shop";

    /** Below the properties of an application and above the defaults of the platform. */
    private static final int ORDINAL = 150;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue said = context.getValue(SHOP);
        String shop = ShopPrefix.shop();
        refuseAnother(said == null ? null : said.getValue(), shop);
        return shop.isEmpty() ? List.of() : List.of(new PropertiesConfigSource(following(shop), SHOP, ORDINAL));
    }

    static Map<String, String> following(String shop) {
        return Map.of(
                "aisle.shop-prefix",
                ShopPrefix.of(shop),
                "aisle.tenant",
                shop,
                "quarkus.otel.resource.attributes",
                "service.namespace=" + shop);
    }

    /** The names of topics are settled before any file is read, so a file can't say another shop. */
    static void refuseAnother(@Nullable String said, String shop) {
        if (said != null && !said.strip().equals(shop)) {
            throw new IllegalArgumentException(
                    "aisle.shop: is \"%s\" in a file but \"%s\" for topics; set it as AISLE_SHOP in the environment alone."
                            .formatted(said.strip(), shop));
        }
    }
}
