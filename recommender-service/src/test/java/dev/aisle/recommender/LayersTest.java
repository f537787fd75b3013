package dev.aisle.recommender;

import dev.aisle.testing.LayerRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void layersPointOneWay() {
        LayerRules.check("dev.aisle.recommender");
    }
}
