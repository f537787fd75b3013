package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aisle.testing.LayerRules;
import dev.aisle.testing.StaffWriteRules;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void arrowsGoFromEdgeToDomainOnly() {
        assertThatCode(() -> LayerRules.check("dev.aisle.profile")).doesNotThrowAnyException();
    }

    @Test
    void whatStaffCanChangeIsRecordedOrSomebodySaidWhyNot() {
        StaffWriteRules.check("dev.aisle.profile");
    }
}
