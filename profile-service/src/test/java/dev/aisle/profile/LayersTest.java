package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.MemoryRules;
import dev.aisle.testing.StaffWriteRules;
import dev.aisle.testing.WingRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromEdgeToDomainOnly() {
        assertThatCode(() -> LayerRules.check("dev.aisle.profile")).doesNotThrowAnyException();
    }

    @Test
    void wingsUseOnlyWhatStandsBelow() {
        WingRules.check("dev.aisle.profile", "segments", "models", "analysis", "people");
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.profile");
    }

    @Test
    void whatIsKeptSaysWhetherItIsOfPersons() {
        MemoryRules.check("dev.aisle.profile");
    }
}
