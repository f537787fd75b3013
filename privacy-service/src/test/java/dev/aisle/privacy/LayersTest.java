package dev.aisle.privacy;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.MemoryRules;
import dev.aisle.testing.StaffWriteRules;
import dev.aisle.testing.WingRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromTheEdgeToTheDomain() {
        LayerRules.check("dev.aisle.privacy");
    }

    @Test
    void wingsFormAColumn() {
        WingRules.check("dev.aisle.privacy", "rights", "vault", "consent", "audit", "shared");
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.privacy");
    }

    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check("dev.aisle.privacy");
    }
}
