package dev.aisle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopPrefixTest {
    @Test
    void noNameOfOneShopBeginsWithThePrefixOfAnother() {
        assertThat(ShopPrefix.of("lamps") + "aisle.events.v1").doesNotStartWith(ShopPrefix.of("lamp"));
        assertThat(ShopPrefix.of("lamps")).isEqualTo("lamps.");
    }

    @Test
    void withoutAShopNamesAreAsTheyWere() {
        assertThat(ShopPrefix.of("")).isEmpty();
        assertThat(ShopPrefix.shop()).isEmpty();
        assertThat(Topic.EVENTS.topicName()).isEqualTo("aisle.events.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lamps",
                "lamps.eu",
                "lamps_eu",
                "-lamps",
                "lamps-",
                "aisle",
                "a23456789012345678901",
                "a/b",
                "4you"
            })
    void aNameThatCannotStandEverywhereIsRefused(String name) {
        assertThatThrownBy(() -> ShopPrefix.checked(name)).hasMessageContaining("AISLE_SHOP", "\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l", "lamps", "lamps-eu", "a2345678901234567890"})
    void aNameThatCanIsTaken(String name) {
        assertThat(ShopPrefix.checked(" " + name + "\n")).isEqualTo(name);
    }

    @Test
    void nothingSaidIsNoShop() {
        assertThat(ShopPrefix.checked(null)).isEmpty();
        assertThat(ShopPrefix.checked("  ")).isEmpty();
    }
}
