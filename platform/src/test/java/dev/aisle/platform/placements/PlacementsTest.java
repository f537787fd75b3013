package dev.aisle.platform.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementsTest {
    private static final Placements SHOP =
            new Placements(Set.of("home", "cart", "landing-*", "*-banner", "city-*-top-*"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home",
                "cart",
                "assistant",
                "message",
                "landing-spring",
                "landing-",
                "shoes-banner",
                "city-york-top-3",
                "city--top-"
            })
    void aDeclaredNameIsRight(String name) {
        assertThat(SHOP.violation(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "Home",
                "home ",
                "landing",
                "banner",
                "landing-*",
                "landing-\0",
                "landing-Spring",
                "city-top-3",
                "landing-0123456789012345678901234567890123456789012345678901234567890"
            })
    void everyOtherNameIsWrong(String name) {
        assertThat(SHOP.violation(name))
                .contains("Known are *-banner, assistant, cart, city-*-top-*, home, landing-*, message");
    }

    @ParameterizedTest
    @CsvSource({"hoem, home", "Home, home", "carts, cart"})
    void theNearestNameIsSaidWithHowToAddOne(String written, String meant) {
        assertThat(SHOP.violation(written))
                .startsWith("is no placement of this shop. Did you mean " + meant + "? Known are ")
                .endsWith(" An operator adds one to aisle.placements.");
    }

    @Test
    void aStarAloneDeclaresEveryName() {
        Placements any = new Placements(Set.of("*"));

        assertThat(any.violation("anything_at-all")).isNull();
        assertThat(any.violation("Any thing")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Home", "home page", "", "-home"})
    void aDeclarationThatNobodyCouldAskForIsNotTaken(String entry) {
        assertThatThrownBy(() -> new Placements(Set.of("cart", entry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("aisle.placements: " + entry + " is no name");
    }
}
