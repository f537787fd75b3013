package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite's own event document. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class StrictEventsIT {
    private static final String PATH = "/v1/events";

    @Test
    void anEventComesOutOfRefine() {
        String customer = Shop.customer();

        Shop.send(PATH, view(customer, UUID.randomUUID().toString(), "tea-1"))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("dropped", hasSize(0));

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getType()).isEqualTo(EventType.PRODUCT_VIEW);
        assertThat(event.getItems(0).getSku()).isEqualTo("tea-1");
    }

    @Test
    void aSubjectOfABrowserIsAnonymous() {
        String browser = Shop.newId("browser");

        Shop.send(
                        PATH + "?validate=true",
                        view("anonymous_id:" + browser, UUID.randomUUID().toString(), "tea-1"))
                .statusCode(200)
                .body("items[0].outcome", equalTo("dropped"));
    }

    @Test
    void thePersonWithoutConsentLooksLikeASuppressedOne() {
        Shop.send(PATH, view(Shop.newId("nobody"), UUID.randomUUID().toString(), "tea-1"))
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("dropped[0].reason", equalTo("no-consent"));
    }

    @Test
    void withoutAKeyItIs401() {
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "eventId":"7"                                          | invalid-field    | eventId               | 400
            "occurredAt":""                                        | invalid-field    | occurredAt            | 400
            "subject":7                                            | invalid-field    | subject               | 400
            "subject":"null"                                       | invalid-id       | userId                | 400
            "subject":"p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"     | invalid-id       | userId                | 400
            "ssn":"1"                                              | unknown-field    | ssn                   | 400
            "4917 6123 4567":"1"                                   | unknown-field    | ?                     | 400
            "properties":{"sku":"a","email":"x"}                   | unknown-property | properties.email      | 400
            "properties":{"sku":"a","products":[{"sku":"b","age":1}]} | unknown-property | properties.products[].age | 400
            "properties":{"sku":"a","price":10.005}                | invalid-field    | properties.price      | 400
            "properties":{"sku":"a","price":10.5,"currency":"JPY"} | invalid-field    | properties.price      | 400
            "properties":{"sku":"4012888888881881"}                | personal-data    | properties.sku        | 422
            "properties":{"product_id":"4012888888881881"}         | personal-data    | properties.product_id | 422
            "type":"order_of_mine","properties":{"colour":"red"}   | unknown-property | properties.colour     | 400
            """)
    void whatIsNotKnownIsNamed(String change, String code, String field, int status) {
        String good = "\"eventId\":\"018f3c1e-0000-7000-8000-000000000001\",\"type\":\"product_viewed\","
                + "\"occurredAt\":\"2026-11-25T09:00:00Z\",\"subject\":\"c-1\",\"properties\":{\"sku\":\"a\"}";

        // Of two fields of one name the last counts.
        Shop.send(PATH, "{" + good + "," + change + "}")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    private static String view(String subject, String eventId, String sku) {
        return """
                {"eventId":"%s","type":"product_viewed","occurredAt":"%s","subject":"%s","properties":{"sku":"%s"}}""".formatted(eventId, java.time.Instant.now(), subject, sku);
    }
}
