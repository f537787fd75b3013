package dev.aisle.assistant;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.MemoryRules;
import dev.aisle.testing.StaffWriteRules;
import dev.aisle.testing.WingRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final String ROOT = "dev.aisle.assistant";

    @Test
    void wingsFormAColumn() {
        WingRules.check(
                ROOT,
                "answering",
                "element",
                "tools",
                "handover",
                "learning",
                "conversations",
                "reviews",
                "outside",
                "knowledge",
                "understanding",
                "shop",
                "shared");
    }

    @Test
    void layersPointOneWay() {
        LayerRules.check(ROOT);
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check(ROOT);
    }

    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check(ROOT);
    }
}
