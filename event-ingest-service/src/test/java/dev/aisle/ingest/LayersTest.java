package dev.aisle.ingest;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.StaffWriteRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromTheEdgeToTheDomain() {
        LayerRules.check("dev.aisle.ingest");
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.ingest");
    }
}
