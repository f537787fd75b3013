package dev.aisle.platform.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopSettingsTest {
    private static String group(Map<String, String> following) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("group.id", "${aisle.shop-prefix:}profile-service"), "of the service", 250),
                        new PropertiesConfigSource(following, "of the shop", 150))
                .build()
                .getValue("group.id", String.class);
    }

    @Test
    void groupsBeginWithTheShop() {
        assertThat(group(ShopSettings.following("lamps"))).isEqualTo("lamps.profile-service");
    }

    @Test
    void withoutAShopGroupsAreAsTheyWere() {
        assertThat(group(Map.of())).isEqualTo("profile-service");
    }

    @Test
    void pseudonymsAndTracesAreOfTheShop() {
        assertThat(ShopSettings.following("lamps"))
                .containsEntry("aisle.tenant", "lamps")
                .containsEntry("quarkus.otel.resource.attributes", "service.namespace=lamps");
    }

    @Test
    void aFileThatNamesAnotherShopThanTheEnvironmentIsRefused() {
        assertThatThrownBy(() -> ShopSettings.refuseAnother("shoes", "lamps"))
                .hasMessageContaining("\"shoes\" in a file but \"lamps\"");
        assertThatThrownBy(() -> ShopSettings.refuseAnother("shoes", "")).hasMessageContaining("AISLE_SHOP");
        assertThatCode(() -> ShopSettings.refuseAnother("lamps", "lamps")).doesNotThrowAnyException();
        assertThatCode(() -> ShopSettings.refuseAnother(null, "")).doesNotThrowAnyException();
    }

    @Test
    void everyMeterIsLabelledWithTheShop() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(ShopLabel.of("lamps"));

        registry.counter("aisle.dead.letters", "topic", "lamps.aisle.events.v1").increment();

        assertThat(registry.get("aisle.dead.letters")
                        .tag("shop", "lamps")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void withoutAShopThereIsNoLabel() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(ShopLabel.of(""));

        registry.counter("aisle.dead.letters").increment();

        assertThat(registry.get("aisle.dead.letters").counter().getId().getTags())
                .isEmpty();
    }
}
