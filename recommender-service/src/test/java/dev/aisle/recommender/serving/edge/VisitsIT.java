package dev.aisle.recommender.serving.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits of people are learned from and asked. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class VisitsIT {
    private final String person = Written.willingPerson();

    @Inject
    ModelInUse model;

    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    /** Other tests learn from the same database. */
    @AfterEach
    void thePersonLeaves() {
        Written.erased(person);
        Written.awaitErased(List.of(person));
    }

    @Test
    void theModelInUseKnowsVisitsAndAnExplanationNamesWhatLedToThem() {
        Written.viewed(person, "tea-3");
        TrainedShop.awaitHistory(person);
        TrainedModel inUse = model.get();
        assertThat(inUse.sessions().sessionCount()).isPositive();

        List<String> list = TrainedShop.recommend(Map.of("subject", person, "size", 3))
                .extract()
                .path("items.productId");

        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of("subject", person, "productId", list.getFirst()))
                .post("/v1/recommendations/explanations")
                .then()
                .statusCode(200)
                .body("contributions.source", hasItem("session-knn"))
                .body("contributions.find { it.source == 'session-knn' }.causeProductId", is("tea-3"));
    }
}
