package dev.aisle.campaign;

import dev.aisle.testing.LayerRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void theLayersAreKept() {
        LayerRules.check("dev.aisle.campaign");
    }
}
