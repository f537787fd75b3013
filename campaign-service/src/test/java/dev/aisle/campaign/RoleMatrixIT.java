package dev.aisle.campaign;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.EdgeRules;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RoleMatrix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class RoleMatrixIT {
    private static final RoleMatrix MATRIX =
            RoleMatrix.of(Map.of("placement", "home", "version", "1", "key", "none", "clientKey", "none"));

    @Test
    void theRulesOfTheEdgeHoldOnEveryRoute() throws Exception {
        EdgeRules.holdEverywhere(Set.of());
    }

    @Test
    void everyRouteHasARow() {
        MATRIX.coversEveryRoute();
    }

    @Test
    void withoutARoleNobodyGetsIn() {
        MATRIX.letsNobodyInWithoutARole();
    }

    @Test
    void onlyTheRolesOfTheRowGetIn() {
        MATRIX.letsInTheRolesOfTheRow();
    }
}
