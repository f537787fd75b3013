package dev.aisle.recommender.models.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestAudit;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff changes of models and of what the assistant knows is told for the audit log of privacy-service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class StaffChangesIT {
    private final String actor = "staff-" + UUID.randomUUID();

    private RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of(actor, role)).contentType("application/json");
    }

    @Test
    void aModelThatIsMovedIsToldWithItsVersionAndADryRunIsNot() {
        TrainedShop.make();
        String version = TrainedShop.train().extract().path("modelVersion");
        TrainedShop.train();

        move(version, Map.of("to", "shadow", "reason", "a look", "dryRun", true, "force", true));
        move(version, Map.of("to", "shadow", "reason", "a look", "force", true));
        move(version, Map.of("to", "candidate", "reason", "enough", "force", true));

        assertThat(TestAudit.of(actor, 2, "call", "version", "to"))
                .containsExactly(
                        "model.changed POST /v1/models/:version/promote " + version + " shadow",
                        "model.changed POST /v1/models/:version/promote " + version + " candidate");
    }

    private void move(String version, Map<String, ?> wish) {
        as(Role.OPERATOR)
                .body(wish)
                .post("/v1/models/" + version + "/promote")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    @Test
    void aTrainingThatIsAskedForAndAnArticleThatIsWrittenAreTold() {
        TrainedShop.make();
        String training =
                as(Role.OPERATOR).body("{}").post("/v1/models/trainings").path("id");
        String id = "audited-" + UUID.randomUUID();
        as(Role.MARKETER)
                .body(Map.of("title", "Shipping", "body", "It takes three days."))
                .put("/v1/articles/" + id + "/en")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);

        assertThat(TestAudit.of(actor, 2, "call", "training", "id"))
                .containsExactly(
                        "training.changed POST /v1/models/trainings " + training + " ",
                        "article.changed PUT /v1/articles/:id/:locale  " + id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !"running"
                        .equals(TrainedShop.training("/v1/models/trainings/" + training)
                                .extract()
                                .path("status")));
    }
}
