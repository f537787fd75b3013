package dev.aisle.recommender;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.StaffWriteRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void layersPointOneWay() {
        LayerRules.check("dev.aisle.recommender");
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.recommender");
    }
}
