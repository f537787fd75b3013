package dev.aisle.recommender.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.contracts.recommender.v1.Transcript;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search by what a recogniser of speech heard. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SpokenSearchIT {
    private static final Map<String, Object> FLOWER = Map.of("text", "wheat flower", "confidence", 0.6);
    private static final Map<String, Object> FLOUR = Map.of("text", "wheat flour", "confidence", 0.4);

    @BeforeEach
    void stock() {
        Written.sold(Written.product("spoken-flour", "Wheat flour type 550", "Baking"));
        Written.sold(Written.product("spoken-pot", "Flower pot of terracotta", "Garden"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ask(Map.of("transcripts", List.of(FLOUR)))
                        .extract()
                        .<List<String>>path("hits.productId")
                        .contains("spoken-flour"));
    }

    @Test
    void whatTheShopHasDecidesBetweenWordsThatSoundAlike() {
        ask(Map.of("transcripts", List.of(FLOWER, FLOUR)))
                .body("hits[0].productId", equalTo("spoken-flour"), "understood", equalTo("wheat flour"));
    }

    @Test
    void oneTranscriptIsATypedText() {
        ask(Map.of("transcripts", List.of(FLOUR)))
                .body("hits[0].productId", equalTo("spoken-flour"), "understood", nullValue());
    }

    @Test
    void overGrpcTheSameIsFound() {
        try (Grpc grpc = new Grpc()) {
            RecommendResponse answer = grpc.with(TestTokens.withRoles(Role.STOREFRONT))
                    .search(SearchRequest.newBuilder()
                            .addTranscripts(transcript("wheat flower", 0.6))
                            .addTranscripts(transcript("wheat flour", 0.4))
                            .build());

            assertThat(answer.getItems(0).getProductId()).isEqualTo("spoken-flour");
            assertThat(answer.getUnderstood()).isEqualTo("wheat flour");
        }
    }

    @Test
    void whatNoRecogniserHearsIsRefusedWithTheField() {
        refused(Map.of(), "transcripts", "must be 1 to 5");
        refused(Map.of("transcripts", Collections.nCopies(6, FLOUR)), "transcripts", "must be 1 to 5");
        refused(
                Map.of("transcripts", List.of(Map.of("text", "flour", "confidence", 1.5))),
                "transcripts[0].confidence",
                "must be 0 to 1");
        refused(Map.of("transcripts", List.of(FLOUR, Map.of("text", " "))), "transcripts[1].text", "must not be empty");
        request(Map.of("transcripts", List.of(FLOUR)), "?q=flour")
                .statusCode(400)
                .body("errors[0].field", equalTo("q"));
        try (Grpc grpc = new Grpc()) {
            assertThatThrownBy(() -> grpc.with(TestTokens.withRoles(Role.STOREFRONT))
                            .search(SearchRequest.newBuilder()
                                    .addTranscripts(transcript("flour", Double.NaN))
                                    .build()))
                    .hasMessageContaining("transcripts[0].confidence: must be 0 to 1");
        }
    }

    private static Transcript transcript(String text, double confidence) {
        return Transcript.newBuilder().setText(text).setConfidence(confidence).build();
    }

    private static void refused(Map<String, Object> body, String field, String message) {
        request(body, "")
                .statusCode(400)
                .body("errors[0].field", equalTo(field), "errors[0].message", containsString(message));
    }

    private static ValidatableResponse ask(Map<String, Object> body) {
        return request(body, "").statusCode(200);
    }

    private static ValidatableResponse request(Map<String, Object> body, String parameters) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(body)
                .post("/v1/search" + parameters)
                .then();
    }
}
