package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What custom events may carry, and what becomes of the rest. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class EventSchemasIT {
    private static final String SCHEMA = """
            {"description":"A size was chosen","properties":{
             "size":{"type":"number","required":true,"purposes":["analytics"]},
             "material":{"type":"text","purposes":["personalization"]}}}""";

    @Test
    void aDeclaredEventCarriesItsPropertiesFromTheNextCallOn() {
        String name = "Size Chosen " + UUID.randomUUID();
        String customer = Shop.customerWhoGranted(Purpose.ANALYTICS);
        String item = event(customer, name, "{\"size\":44,\"material\":\"wool\",\"mood\":\"x\"}");

        Shop.batch(item).statusCode(200).body("accepted", equalTo(1));
        put(name, SCHEMA).statusCode(201).body("properties.size.type", equalTo("number"));
        Shop.batch(event(customer, name, "{\"size\":44,\"material\":\"wool\",\"mood\":\"x\"}"))
                .statusCode(200)
                .body("accepted", equalTo(1));

        ShopEvent before = Shop.refined(Shop.pseudonym(customer), 2).getFirst();
        ShopEvent after = Shop.refined(Shop.pseudonym(customer), 2).getLast();
        assertThat(before.getSourceName()).isEqualTo(name);
        assertThat(before.getPropertiesMap()).isEmpty();
        assertThat(before.getMinimisedFieldsList())
                .containsExactly("properties.size", "properties.material", "properties.mood");
        assertThat(after.getPropertiesMap().keySet()).containsExactly("size");
        assertThat(after.getMinimisedFieldsList()).containsExactlyInAnyOrder("properties.mood", "properties.material");
    }

    @Test
    void aMisspeltNameIsTakenWithAHintUntilItIsDeclared() {
        String name = "Product Viewd";
        String customer = Shop.customerWhoGranted(Purpose.ANALYTICS);
        String item = event(customer, name, "{\"product_id\":\"tea-1\"}");

        Shop.batch(Shop.view(customer, Shop.newId("right"), "tea-1"), item)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("accepted", equalTo(2))
                .body("hints.index", equalTo(List.of(1)))
                .body("hints[0].field", equalTo("event"))
                .body("hints[0].message", containsString("Did you mean \"Product Viewed\"?"));
        put(name, "{\"properties\":{}}").statusCode(201);
        try {
            Shop.batch(item).statusCode(200).body("$", not(hasKey("hints")));
        } finally {
            operator().delete("/v1/event-schemas/{name}", name).then().statusCode(204);
        }
    }

    @Test
    void aSchemaIsReadReplacedAndRemoved() {
        String name = "Size Chosen " + UUID.randomUUID();

        put(name, SCHEMA).statusCode(201);
        put(name, "{\"properties\":{}}").statusCode(200);
        operator().get("/v1/event-schemas/{name}", name).then().statusCode(200).body("properties", equalTo(Map.of()));
        operator().get("/v1/event-schemas").then().statusCode(200).body("eventSchemas.name", hasItem(name));
        operator().delete("/v1/event-schemas/{name}", name).then().statusCode(204);
        operator().delete("/v1/event-schemas/{name}", name).then().statusCode(404);
        operator().get("/v1/event-schemas/{name}", name).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"propertys":{}}                                                                     | propertys: there is no such field, did you mean properties?
            {"properties":{"size":{"type":"text","requird":true,"purposes":["analytics"]}}}      | properties.size.requird: there is no such field, did you mean required?
            """)
    void aFieldThatNobodyKnowsIsRefused(String schema, String detail) {
        put("Size Chosen " + UUID.randomUUID(), schema).statusCode(400).body("detail", startsWith(detail));
    }

    @Test
    void aRequiredPropertyThatIsMissingRejectsTheEventAndSaysSo() {
        String name = "Size Chosen " + UUID.randomUUID();
        put(name, SCHEMA).statusCode(201);

        Shop.batch(event(Shop.customer(), name, "{}"))
                .statusCode(200)
                .body("rejected[0].code", equalTo("missing-property"))
                .body("rejected[0].field", equalTo("properties.size"))
                .body("rejected[0].message", startsWith("expected a number"));
    }

    @Test
    void validationSaysHowAnEventIsDeclared() {
        String item = event(Shop.customer(), "Size Chosen " + UUID.randomUUID(), "{\"size\":44}");

        Shop.send("/v1/batch?validate=true", "{\"batch\":[" + item + "]}")
                .statusCode(200)
                .body("items[0].minimised", hasItem("properties.size"))
                .body("items[0].hint", containsString("/v1/event-schemas/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                       | 400 | no schema",
                "[]                                                                      | 400 | JSON object",
                "{\"properties\":7}                                                      | 400 | properties",
                "{\"properties\":{\"a\":7}}                                              | 400 | properties.a",
                "{\"properties\":{\"a b\":{}}}                                           | 400 | shoe_size",
                "{\"properties\":{\"email\":{\"type\":\"text\",\"purposes\":[\"analytics\"]}}} | 400 | identifies nobody",
                "{\"properties\":{\"a\":{\"purposes\":[\"analytics\"]}}}                 | 400 | text, number, flag or texts",
                "{\"properties\":{\"a\":{\"type\":\"text\"}}}                            | 400 | analytics",
                "{\"properties\":{\"a\":{\"type\":\"text\",\"purposes\":[\"fun\"]}}}      | 400 | analytics",
                "{\"properties\":{\"a\":{\"type\":\"text\",\"required\":1,\"purposes\":[\"analytics\"]}}} | 400 | true or false",
                "{\"description\":\"\\u0000\"}                                           | 400 | U+0000"
            })
    void whatIsNoSchemaIsRefusedWithTheFieldAndTheFix(String body, int status, String told) {
        put("Bad Schema", body).statusCode(status).body("detail", containsString(told));
    }

    @Test
    void aSchemaIsBoundedAndMayNotBeOfAKnownEvent() {
        put("Bad Schema", "{\"description\":\"" + "x".repeat(70_000) + "\"}").statusCode(413);
        put("Bad Schema", "{\"properties\":" + "[".repeat(10_000)).statusCode(400);
        put("x".repeat(101), "{}").statusCode(400);
        put("Order Completed", "{}").statusCode(409);
    }

    @Test
    void theTypesOfEventsAreDescribedAsTheDoorGoesByThem() {
        operator()
                .get("/v1/event-types")
                .then()
                .statusCode(200)
                .body("eventTypes.find { it.type == 'search' }.names", hasItem("products searched"))
                .body(
                        "eventTypes.find { it.type == 'search' }.schema.properties.query.'x-purposes'",
                        equalTo(List.of("analytics", "personalization")))
                .body(
                        "eventTypes.find { it.type == 'purchase' }.schema.properties.products.items.properties.price.'x-field'",
                        equalTo("items.price"));
    }

    @Test
    void whatIsMaskedAndDroppedIsNamedInTheEventAndCounted() {
        String customer = Shop.customerWhoGranted(Purpose.MODEL_TRAINING);

        Shop.batch(event(customer, "Products Searched", "{\"query\":\"jane@x.org\",\"mood\":\"x\"}"))
                .statusCode(200);

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getSearch().getQuery()).isEmpty();
        assertThat(event.getMinimisedFieldsList()).contains("properties.mood", "properties.query");
        assertThat(event.getMasked(0).getType()).isEqualTo("email");
        assertThat(given().get("/q/metrics").asString())
                .contains("aisle_door_minimised_total{field=\"search.query\"}")
                .contains("aisle_door_minimised_total{field=\"unknown\"}")
                .contains("aisle_door_pii_total{type=\"email\"}");
    }

    private static String event(String customer, String name, String properties) {
        return "{\"type\":\"track\",\"userId\":\"" + customer + "\",\"event\":\"" + name + "\",\"messageId\":\""
                + Shop.newId("message") + "\",\"properties\":" + properties + "}";
    }

    private static ValidatableResponse put(String name, String body) {
        return operator()
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/event-schemas/{name}", name)
                .then();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR));
    }
}
