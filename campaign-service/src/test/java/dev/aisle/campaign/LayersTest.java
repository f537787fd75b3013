package dev.aisle.campaign;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.StaffWriteRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void theLayersAreKept() {
        LayerRules.check("dev.aisle.campaign");
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.campaign");
    }
}
