package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.EdgeRules;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RoleMatrix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class RoleMatrixIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final RoleMatrix MATRIX = RoleMatrix.of(
                    Map.of("name", "role-test", "call", "track", "slash", "", "writeKey", "nobodys"))
            .sending(Map.of(
                    "POST /v1/products",
                    NDJSON,
                    "POST /v1/products/changes",
                    NDJSON,
                    "PUT /v1/products/{id}/picture",
                    "image/png",
                    "POST /cloudevents{slash}",
                    "application/cloudevents+json"));

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

    @Test
    void theDoorTakesNothingWithoutAKey() {
        for (String route : MATRIX.only("write-key")) {
            // A document without events is refused before anybody asks for the key.
            assertThat(MATRIX.call(given(), route)).as(route).isIn(400, 401);
        }
    }

    @Test
    void whatIsForEverybodyIsOpen() {
        MATRIX.opensWhatIsForEverybody();
    }
}
