package dev.aisle.campaign;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.MemoryRules;
import dev.aisle.testing.StaffWriteRules;
import dev.aisle.testing.WingRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void theLayersAreKept() {
        LayerRules.check("dev.aisle.campaign");
    }

    @Test
    void theWingsFormAColumn() {
        WingRules.check(
                "dev.aisle.campaign",
                "intake",
                "delivery",
                "placements",
                "offers",
                "results",
                "experiments",
                "campaigns",
                "people",
                "shared");
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.campaign");
    }

    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check("dev.aisle.campaign");
    }
}
