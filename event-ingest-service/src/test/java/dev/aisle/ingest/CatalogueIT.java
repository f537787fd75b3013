package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class CatalogueIT {
    @TestHTTPResource
    URI server;

    private static final String NDJSON = "application/x-ndjson";

    @Test
    void aProductIsInTheTopicWhenTheAnswerIsThere() throws InvalidProtocolBufferException {
        String id = Shop.newId("product");

        put(id, """
                {"title":"Green tea","description":"Loose","category":"Grocery > Drinks > Tea","brand":"Leaf",
                 "price":12.99,"currency":"USD","url":"https://shop.example/tea","attributes":{"organic":"yes"},
                 "inStock":true}""").statusCode(200).body("productId", equalTo(id));

        Product product = Product.parseFrom(
                TestRecords.awaitKey(Topic.CATALOG, 1, id).getFirst().value());
        assertThat(product.getTitle()).isEqualTo("Green tea");
        assertThat(product.getCategoryPathList()).containsExactly("Grocery", "Drinks", "Tea");
        assertThat(product.getPrice().getMinorUnits()).isEqualTo(1299);
        assertThat(product.getAvailability()).isEqualTo(Availability.IN_STOCK);
        assertThat(product.getAttributesMap()).containsEntry("organic", "yes");
        assertThat(product.getTenant()).isEqualTo("shop");
    }

    @Test
    void aRemovedProductLeavesATombstone() {
        String id = Shop.newId("product");

        operator().delete("/v1/products/" + id).then().statusCode(204);

        assertThat(TestRecords.awaitKey(Topic.CATALOG, 1, id).getFirst().value())
                .isNull();
    }

    @Test
    void badLinesAreNamedAndTheOthersGoIn() {
        String first = Shop.newId("product");
        String last = Shop.newId("product");
        String lines = """
                {"productId":"%s","title":"Tea"}

                {"productId":
                {"title":"No id"}
                {"productId":"x","title":"Bad price","price":-1}
                {"productId":"x","title":"Null \\u0000"}
                [1,2]
                {"productId":"%s","title":"Coffee"}""".formatted(first, last);

        bulk(lines)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.line", equalTo(java.util.List.of(3, 4, 5, 6, 7)))
                .body("rejected[1].field", equalTo("productId"))
                .body("rejected[2].field", equalTo("price"))
                .body("rejected[3].field", equalTo("title"));
        TestRecords.awaitKey(Topic.CATALOG, 1, first);
        TestRecords.awaitKey(Topic.CATALOG, 1, last);
    }

    @Test
    void moreThanTenThousandLinesAreTooMany() {
        String lines = IntStream.range(0, 10_001)
                .mapToObj(i -> "{\"productId\":\"many-" + i + "\",\"title\":\"t\"}")
                .collect(Collectors.joining("\n"));

        bulk(lines).statusCode(413).body("detail", containsString("10000 products were taken"));
    }

    @Test
    void moreThanTenMegabytesAreTooMuch() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/products"))
                .header("Content-Type", NDJSON)
                .header("Authorization", "Bearer " + TestTokens.withRoles(Role.OPERATOR))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_500_000]))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                | body
            []                                               | body
            {"title":"a"} {"title":"b"}                      | body
            {}                                               | title
            {"title":7.5,"price":"expensive"}                | price
            {"title":"a","price":1e999999999}                | price
            {"title":"a","currency":"EURO"}                  | currency
            {"title":"a","url":"javascript:alert(1)"}        | url
            {"title":"a","inStock":"yes"}                    | inStock
            {"title":"a","attributes":["x"]}                 | attributes
            {"title":"a","description":"\\u0000"}            | description
            """)
    void aBadProductIsRefusedWithTheNameOfTheField(String body, String field) {
        put("bad-product", body).statusCode(400).body("detail", containsString(field));
    }

    @Test
    void deepNestingIsMalformed() {
        put("deep", "{\"title\":" + "[".repeat(10_000)).statusCode(400);
        put("deep", "{\"attributes\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901))
                .statusCode(400);
    }

    private static ValidatableResponse put(String id, String body) {
        return operator()
                .contentType(ContentType.JSON)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/v1/products/" + id)
                .then();
    }

    private static ValidatableResponse bulk(String lines) {
        return operator()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
                .contentType(NDJSON)
                .body(lines)
                .post("/v1/products")
                .then();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR));
    }
}
