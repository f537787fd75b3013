package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.EdgeRules;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RoleMatrix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RoleMatrixIT {
    private static final RoleMatrix MATRIX = RoleMatrix.of(Map.of("purpose", "analytics", "version", "1"));

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
    void whatIsForEverybodyIsOpen() {
        MATRIX.opensWhatIsForEverybody();
    }

    @Test
    void theStateAtAMomentIsTheOfficersBusiness() {
        String path = "/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA?at=2026-01-01T00:00:00Z";

        assertThat(Calls.storefront().get(path).statusCode()).isEqualTo(403);
        assertThat(Calls.officer().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void globalPrivacyControlIsAnnouncedToEverybody() {
        Map<String, Object> document = RestAssured.given()
                .get("/.well-known/gpc.json")
                .then()
                .contentType(ContentType.JSON)
                .extract()
                .path("$");
        assertThat(document).containsOnlyKeys("gpc", "lastUpdate").containsEntry("gpc", true);
        assertThat(document.get("lastUpdate").toString()).matches("\\d{4}-\\d{2}-\\d{2}");
    }
}
