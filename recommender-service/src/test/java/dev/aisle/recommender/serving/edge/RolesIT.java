package dev.aisle.recommender.serving.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.recommender.v1.BoughtTogetherRequest;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.RecommendBatchRequest;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.testing.EdgeRules;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who may call what; a route or a method without a row here fails the test. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RolesIT {
    private static final Set<String> ALL = Set.of(
            Role.STOREFRONT,
            Role.MARKETER,
            Role.ANALYST,
            Role.OPERATOR,
            Role.PRIVACY_OFFICER,
            Role.AUDITOR,
            Role.SERVICE);
    private static final Set<String> ASKS = Set.of(Role.STOREFRONT, Role.SERVICE);
    private static final Set<String> READS_FEEDBACK = Set.of(Role.ANALYST, Role.MARKETER, Role.OPERATOR);
    private static final Set<String> READS_ARTICLES = Set.of(Role.MARKETER, Role.OPERATOR, Role.ANALYST);
    private static final Map<String, Set<String>> ROUTES = Map.ofEntries(
            Map.entry("POST /v1/recommendations", ASKS),
            Map.entry("POST /v1/recommendations/batch", ASKS),
            Map.entry("POST /v1/recommendations/similar", ASKS),
            Map.entry("POST /v1/recommendations/similar-to-image", ASKS),
            Map.entry("POST /v1/recommendations/bought-together", ASKS),
            Map.entry("POST /v1/recommendations/trending", ASKS),
            Map.entry("POST /v1/recommendations/explanations", ASKS),
            Map.entry("GET /v1/search", ASKS),
            Map.entry("POST /v1/search", ASKS),
            Map.entry("GET /v1/feedback", READS_FEEDBACK),
            Map.entry("GET /v1/feedback/spread", READS_FEEDBACK),
            Map.entry("GET /v1/models", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/models/{version}", Set.of(Role.OPERATOR)),
            Map.entry("POST /v1/models/{version}/promote", Set.of(Role.OPERATOR)),
            Map.entry("POST /v1/models/rollback", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/models/current", Set.of(Role.OPERATOR, Role.ANALYST, Role.STOREFRONT, Role.SERVICE)),
            Map.entry("GET /v1/models/learners", Set.of(Role.SERVICE)),
            Map.entry("GET /v1/models/products", Set.of(Role.SERVICE)),
            Map.entry("GET /v1/joint/people", Set.of(Role.SERVICE)),
            Map.entry("POST /v1/models/trainings", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/models/trainings/{id}", Set.of(Role.OPERATOR)),
            Map.entry("DELETE /v1/models/trainings/{id}", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/picture-encoder", Set.of(Role.OPERATOR, Role.ANALYST)),
            Map.entry("PUT /v1/picture-encoder", Set.of(Role.OPERATOR)),
            Map.entry("DELETE /v1/picture-encoder", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/products/{id}/picture", Set.of(Role.STOREFRONT, Role.OPERATOR)),
            Map.entry("POST /v1/conversations", Set.of(Role.STOREFRONT)),
            Map.entry("POST /v1/conversations/{id}/closure", ASKS),
            Map.entry("GET /v1/articles", READS_ARTICLES),
            Map.entry("POST /v1/articles/import", Set.of(Role.MARKETER)),
            Map.entry("GET /v1/articles/{id}/{locale}", READS_ARTICLES),
            Map.entry("PUT /v1/articles/{id}/{locale}", Set.of(Role.MARKETER)),
            Map.entry("DELETE /v1/articles/{id}/{locale}", Set.of(Role.MARKETER)),
            Map.entry("POST /v1/articles/{id}/{locale}/steps", Set.of(Role.MARKETER)),
            Map.entry("GET /v1/articles/{id}/{locale}/versions", READS_ARTICLES),
            Map.entry("PUT /v1/products/{id}/reviews/{reviewId}", Set.of(Role.STOREFRONT, Role.OPERATOR)),
            Map.entry("DELETE /v1/products/{id}/reviews/{reviewId}", Set.of(Role.STOREFRONT, Role.OPERATOR)),
            Map.entry("GET /v1/products/{id}/reviews/summary", Set.of(Role.STOREFRONT, Role.MARKETER, Role.SERVICE)),
            Map.entry("POST /v1/reviews/import", Set.of(Role.STOREFRONT, Role.OPERATOR)),
            Map.entry("GET /v1/knowledge/search", Set.of(Role.STOREFRONT, Role.MARKETER, Role.SERVICE)),
            Map.entry("GET /v1/assistant/usage", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/assistant/unanswered", Set.of(Role.MARKETER, Role.ANALYST)),
            Map.entry("PUT /v1/assistant/unanswered/{id}/answer", Set.of(Role.MARKETER)),
            Map.entry("GET /v1/assistant/report", Set.of(Role.MARKETER, Role.ANALYST, Role.OPERATOR)),
            Map.entry("GET /v1/assistant/examples", Set.of(Role.MARKETER, Role.OPERATOR, Role.ANALYST)),
            Map.entry("PUT /v1/assistant/examples/{id}", Set.of(Role.MARKETER)),
            Map.entry("DELETE /v1/assistant/examples/{id}", Set.of(Role.MARKETER)),
            Map.entry("GET /v1/assistant/understanding", READS_FEEDBACK),
            Map.entry("POST /v1/assistant/understanding", READS_FEEDBACK),
            Map.entry("GET /v1/operations", Set.of(Role.OPERATOR)),
            Map.entry("GET /v1/retention", Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR, Role.AUDITOR)),
            Map.entry("GET /v1/subjects/{pseudonym}/export", Set.of(Role.SERVICE)));
    /** By the token of a conversation, which is asked for in {@code ConversationIT}, or for everybody. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /chat.js",
            "GET /v1/conversations/{id}",
            "DELETE /v1/conversations/{id}",
            "POST /v1/conversations/{id}/messages",
            "POST /v1/conversations/{id}/person",
            "PUT /v1/conversations/{id}/messages/{number}/feedback",
            "PUT /v1/conversations/{id}/rating");

    private static final Map<String, Consumer<RecommenderBlockingStub>> METHODS = Map.of(
            "Recommend", service -> service.recommend(RecommendRequest.getDefaultInstance()),
            "Similar", service -> service.similar(SimilarRequest.getDefaultInstance()),
            "SimilarToImage", service -> service.similarToImage(SimilarToImageRequest.getDefaultInstance()),
            "BoughtTogether", service -> service.boughtTogether(BoughtTogetherRequest.getDefaultInstance()),
            "Trending", service -> service.trending(TrendingRequest.getDefaultInstance()),
            "Search", service -> service.search(SearchRequest.getDefaultInstance()),
            "Explain", service -> service.explain(ExplainRequest.getDefaultInstance()),
            "RecommendBatch", service -> service.recommendBatch(RecommendBatchRequest.getDefaultInstance()));

    @Test
    void everyRouteLetsInItsRolesOnly() {
        ROUTES.forEach((route, allowed) -> {
            assertThat(statusOf(route, null)).as(route + " anonymous").isEqualTo(401);
            assertThat(statusOf(route, "no.token.atAll"))
                    .as(route + " with a forged token")
                    .isEqualTo(401);
            for (String role : ALL) {
                int status = statusOf(route, TestTokens.withRoles(role));
                if (allowed.contains(role)) {
                    assertThat(status)
                            .as(route + " as " + role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    assertThat(status).as(route + " as " + role).isEqualTo(403);
                }
            }
        });
    }

    @Test
    void theRulesOfTheEdgeHoldOnEveryRoute() throws Exception {
        EdgeRules.holdEverywhere(PUBLIC);
    }

    @Test
    void everyRouteHasARow() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> routes = new TreeSet<>();
        paths.forEach((path, methods) ->
                methods.keySet().forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        Set<String> known = new TreeSet<>(ROUTES.keySet());
        known.addAll(PUBLIC);
        assertThat(routes).containsExactlyInAnyOrderElementsOf(known);
    }

    private static int statusOf(String route, String token) {
        String[] parts = route.split(" ", 2);
        String type = route.endsWith("articles/import")
                ? "text/markdown"
                : route.endsWith("/import") ? "text/csv" : "application/json";
        var request = given().contentType(type).body("{}");
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.request(
                        Method.valueOf(parts[0]),
                        parts[1].replace("{id}", "none")
                                .replace("{locale}", "en")
                                .replace("{reviewId}", "none")
                                .replace("{version}", "none")
                                .replace("{pseudonym}", "p1.k1." + "B".repeat(32)))
                .statusCode();
    }

    @Test
    void everyMethodLetsInItsRolesOnly() {
        assertThat(METHODS.keySet())
                .containsExactlyInAnyOrderElementsOf(RecommenderGrpc.getServiceDescriptor().getMethods().stream()
                        .map(method -> method.getBareMethodName())
                        .toList());
        try (Grpc grpc = new Grpc()) {
            METHODS.forEach((name, call) -> {
                assertThat(codeOf(() -> call.accept(grpc.anonymous()))).as(name).isEqualTo(Code.UNAUTHENTICATED);
                assertThat(codeOf(() -> call.accept(grpc.with("no.token.atAll"))))
                        .as(name)
                        .isEqualTo(Code.UNAUTHENTICATED);
                for (String role : ALL) {
                    Code code = codeOf(() -> call.accept(grpc.with(TestTokens.withRoles(role))));
                    if (ASKS.contains(role)) {
                        assertThat(code).as(name + " as " + role).isIn(Code.OK, Code.INVALID_ARGUMENT);
                    } else {
                        assertThat(code).as(name + " as " + role).isEqualTo(Code.PERMISSION_DENIED);
                    }
                }
            });
        }
    }

    private static Code codeOf(Runnable call) {
        try {
            call.run();
            return Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }
}
