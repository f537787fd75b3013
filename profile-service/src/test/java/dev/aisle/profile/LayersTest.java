package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aisle.testing.LayerRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromEdgeToDomainOnly() {
        assertThatCode(() -> LayerRules.check("dev.aisle.profile")).doesNotThrowAnyException();
    }
}
