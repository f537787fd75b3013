package dev.aisle.ingest;

import dev.aisle.testing.LayerRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromTheEdgeToTheDomain() {
        LayerRules.check("dev.aisle.ingest");
    }
}
