package dev.aisle.recommender.serving.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.google.rpc.BadRequest;
import com.google.rpc.Status;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.RecommendBatchRequest;
import dev.aisle.contracts.recommender.v1.RecommendBatchResponse;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import dev.aisle.contracts.recommender.v1.Reranking;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BadRequestsIT {
    private static final String MANY = "[" + String.join(",", Collections.nCopies(101, "\"x\"")) + "]";

    static Stream<List<String>> wrongFields() {
        return Stream.of(
                List.of("subject", "{\"subject\":\"jane@example.org\"}"),
                List.of("placement", "{\"placement\":\"a\\u0000b\"}"),
                List.of("size", "{\"size\":0}"),
                List.of("size", "{\"size\":101}"),
                List.of("contextItems", "{\"contextItems\":" + MANY + "}"),
                List.of("contextItems[0]", "{\"contextItems\":[\"a\\u0000b\"]}"),
                List.of("cart[1]", "{\"cart\":[\"a\",null]}"),
                List.of("exclude[0]", "{\"exclude\":[\"\"]}"),
                List.of("filters.minPrice", "{\"filters\":{\"minPrice\":-1}}"),
                List.of("filters.minPrice", "{\"filters\":{\"minPrice\":2,\"maxPrice\":1}}"),
                List.of("size", "{\"size\":1000000}"),
                List.of("pageCursor", "{\"pageCursor\":\"next\"}"),
                List.of("filters.productIds", "{\"exclude\":[\"a\"],\"filters\":{\"productIds\":[\"a\"]}}"),
                List.of("filters.attributes", "{\"filters\":{\"attributes\":{\"colour\":null}}}"),
                List.of("reranking.diversity", "{\"reranking\":{\"diversity\":2}}"),
                List.of("reranking.diversityMethod", "{\"reranking\":{\"diversityMethod\":\"best\"}}"),
                List.of("reranking.explorationShare", "{\"reranking\":{\"explorationShare\":-1}}"),
                List.of("reranking.maxPerPriceLevel", "{\"reranking\":{\"maxPerPriceLevel\":-1}}"),
                List.of("deadlineMillis", "{\"deadlineMillis\":0}"),
                List.of("deadlineMillis", "{\"deadlineMillis\":9223372036854775807}"),
                List.of("locale", "{\"locale\":\"" + "x".repeat(501) + "\"}"),
                List.of("size", "{\"size\":\"many\"}"),
                List.of("size", "{\"size\":\"10\"}"),
                List.of("size", "{\"size\":10.5}"),
                List.of("explain", "{\"explain\":\"true\"}"),
                List.of("placment", "{\"placment\":\"home\"}"),
                List.of("filters.inStok", "{\"filters\":{\"inStok\":true}}"),
                List.of("filters", "{\"filters\":7}"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsNamed(List<String> fieldAndBody) {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(fieldAndBody.get(1))
                .post("/v1/recommendations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(fieldAndBody.get(0)));
    }

    @Test
    void aMisspeltFieldIsToldWithItsPlaceAndWhatWasMeant() {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body("{\"filters\":{\"inStockOnyl\":true}}")
                .post("/v1/recommendations")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/filters/inStockOnyl"))
                .body("errors[0].message", startsWith("there is no such field, did you mean inStockOnly? known are "));
    }

    @Test
    void aMisspeltPlacementIsRefusedByBothProtocolsWithWhatWasMeant() {
        String meant = "is no placement of this shop. Did you mean home? Known are ";
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body("{\"placement\":\"hoem\"}")
                .post("/v1/recommendations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("placement"))
                .body("errors[0].message", startsWith(meant));

        io.grpc.Status status = failureOf(service -> service.recommend(
                        RecommendRequest.newBuilder().setPlacement("hoem").build()))
                .getStatus();
        assertThat(status.getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(status.getDescription()).startsWith("placement: " + meant);
    }

    static Stream<String> unreadableBodies() {
        return Stream.of("", "{", "[1,2]", "null", "\"text\"", "[".repeat(10_000), "{\"a\":".repeat(10_000), "\u0000");
    }

    /** By a client that doesn't print what it sends: REST-assured would indent ten thousand levels. */
    @ParameterizedTest(name = "body {index}")
    @MethodSource("unreadableBodies")
    void aBodyThatNobodyCanReadIs400(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/recommendations"))
                .header("Authorization", "Bearer " + TestTokens.withRoles(Role.STOREFRONT))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void anotherMediaTypeIs415() {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("text/plain")
                .body("{}")
                .post("/v1/recommendations")
                .then()
                .statusCode(415);
    }

    static Stream<List<Object>> wrongMessages() {
        return Stream.of(
                List.of("subject", RecommendRequest.newBuilder().setSubject("42")),
                List.of("size", RecommendRequest.newBuilder().setSize(-1)),
                List.of("size", RecommendRequest.newBuilder().setSize(101)),
                List.of(
                        "context_items",
                        RecommendRequest.newBuilder().addAllContextItems(Collections.nCopies(101, "x"))),
                List.of("cart[0]", RecommendRequest.newBuilder().addCart("\0")),
                List.of("page_cursor", RecommendRequest.newBuilder().setPageCursor("next")),
                List.of("size", RecommendRequest.newBuilder().setSize(1_000_000)),
                List.of(
                        "filters.max_price",
                        RecommendRequest.newBuilder()
                                .setFilters(Filters.newBuilder()
                                        .setMinPrice(Money.newBuilder()
                                                .setMinorUnits(1)
                                                .setCurrency("EUR"))
                                        .setMaxPrice(Money.newBuilder()
                                                .setMinorUnits(2)
                                                .setCurrency("USD")))),
                List.of(
                        "filters.product_ids",
                        RecommendRequest.newBuilder()
                                .addExclude("tea-1")
                                .setFilters(Filters.newBuilder().addProductIds("tea-1"))),
                List.of(
                        "filters.attributes",
                        RecommendRequest.newBuilder()
                                .setFilters(Filters.newBuilder().putAttributes("colour", "x".repeat(501)))),
                List.of("reranking.diversity", reranking(Reranking.newBuilder().setDiversity(1.5))),
                List.of("reranking.diversity", reranking(Reranking.newBuilder().setDiversity(Double.NaN))),
                List.of(
                        "reranking.long_tail_share",
                        reranking(Reranking.newBuilder().setLongTailShare(-0.1))),
                List.of(
                        "reranking.exploration_share",
                        reranking(Reranking.newBuilder().setExplorationShare(2))),
                List.of(
                        "reranking.calibration",
                        reranking(Reranking.newBuilder().setCalibration(2))),
                List.of("reranking.trend", reranking(Reranking.newBuilder().setTrend(11))),
                List.of(
                        "reranking.max_per_brand",
                        reranking(Reranking.newBuilder().setMaxPerBrand(-1))),
                List.of(
                        "reranking.diversity_method",
                        reranking(Reranking.newBuilder().setDiversityMethodValue(9))));
    }

    private static RecommendRequest.Builder reranking(Reranking.Builder reranking) {
        return RecommendRequest.newBuilder().setReranking(reranking);
    }

    @ParameterizedTest
    @MethodSource("wrongMessages")
    void aWrongFieldOfAMessageIsAViolation(List<Object> fieldAndMessage) throws Exception {
        RecommendRequest request = ((RecommendRequest.Builder) fieldAndMessage.get(1)).build();

        StatusRuntimeException failure = failureOf(service -> service.recommend(request));

        assertThat(failure.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        Status status = StatusProto.fromThrowable(failure);
        assertThat(status.getDetails(0).unpack(BadRequest.class).getFieldViolationsList())
                .extracting(BadRequest.FieldViolation::getField)
                .contains((String) fieldAndMessage.get(0));
    }

    @Test
    void oneWrongRequestOfABatchLeavesTheOthersAlone() {
        try (Grpc grpc = new Grpc()) {
            RecommendBatchResponse answers = grpc.with(TestTokens.withRoles(Role.SERVICE))
                    .recommendBatch(RecommendBatchRequest.newBuilder()
                            .addRequests(RecommendRequest.newBuilder().setSize(101))
                            .addRequests(RecommendRequest.newBuilder().setSize(1))
                            .build());

            assertThat(answers.getAnswers(0).getFailure().getField()).isEqualTo("size");
            assertThat(answers.getAnswers(1).hasResponse()).isTrue();
        }
    }

    @Test
    void anUnknownProductIsNotFound() {
        StatusRuntimeException failure = failureOf(service -> service.similar(
                SimilarRequest.newBuilder().setProductId("never-sold").build()));

        assertThat(failure.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void aSearchForNothingOrFromNowhereIsNamed() {
        assertThat(failureOf(service -> service.search(SearchRequest.getDefaultInstance()))
                        .getStatus()
                        .getDescription())
                .isEqualTo("query: must not be empty");
        assertThat(failureOf(service -> service.search(SearchRequest.newBuilder()
                                .setQuery("tea")
                                .setSize(1_000_000)
                                .setPageCursor("elsewhere")
                                .build()))
                        .getStatus()
                        .getDescription())
                .contains("size: must be 1 to 100", "page_cursor: isn't of this search");
    }

    @Test
    void whatCantBeExplainedIsRefused() {
        StatusRuntimeException past = failureOf(service -> service.explain(
                ExplainRequest.newBuilder().setProductId("a").setRequestId("\0").build()));
        StatusRuntimeException unknown = failureOf(service -> service.explain(
                ExplainRequest.newBuilder().setProductId("never-sold").build()));

        assertThat(past.getStatus().getDescription()).contains("request_id: must be the request id of an answer");
        assertThat(unknown.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    private static StatusRuntimeException failureOf(Function<RecommenderBlockingStub, Object> call) {
        try (Grpc grpc = new Grpc()) {
            RecommenderBlockingStub service = grpc.with(TestTokens.withRoles(Role.SERVICE));
            return catchThrowableOfType(StatusRuntimeException.class, () -> call.apply(service));
        }
    }
}
