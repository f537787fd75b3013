package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's Measurement Protocol, as its clients send it. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class MeasurementProtocolIT {
    private static final long MICROS = Instant.parse("2026-11-25T09:00:00Z").toEpochMilli() * 1_000;

    @Test
    void anOrderIsTakenWithItsItemsAndItsValue() {
        String customer = Shop.customer();

        collect("""
                {"client_id":"7.7","user_id":"%s","timestamp_micros":"%d","user_properties":{"tier":{"value":"gold"}},
                 "events":[{"name":"purchase","params":{"transaction_id":"T-1","value":20,"shipping":4.5,"tax":1.5,
                 "currency":"EUR","coupon":"TEA","session_id":"123","engagement_time_msec":100,
                 "items":[{"item_id":"tea-1","item_name":"Tea","item_brand":"B","item_category":"Food","item_variant":"green",
                 "price":10,"quantity":2,"index":3}]}}]}""".formatted(customer, MICROS)).statusCode(204);

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getType()).isEqualTo(EventType.PURCHASE);
        assertThat(event.getOrder().getOrderId()).isEqualTo("T-1");
        assertThat(event.getOrder().getRevenue().getMinorUnits()).isEqualTo(2_000);
        assertThat(event.getOrder().getTotal().getMinorUnits()).isEqualTo(2_600);
        assertThat(event.getOrder().getTotal().getCurrency()).isEqualTo("EUR");
        assertThat(event.getItems(0).getProductId()).isEqualTo("tea-1");
        assertThat(event.getItems(0).getBrand()).isEqualTo("B");
        assertThat(event.getItems(0).getVariant()).isEqualTo("green");
        assertThat(event.getItems(0).getPosition()).isEqualTo(3);
        assertThat(event.getItems(0).getQuantity()).isEqualTo(2);
        assertThat(event.getOccurredAt().getSeconds()).isEqualTo(MICROS / 1_000_000);
        assertThat(event.getMinimisedFieldsList()).contains("user_properties");
        assertThat(event.getMessageId()).startsWith("ga4-");
    }

    @ParameterizedTest
    @CsvSource({
        "view_item, PRODUCT_VIEW",
        "view_item_list, LIST_VIEW",
        "select_item, LIST_CLICK",
        "search, SEARCH",
        "add_to_cart, CART_ADD",
        "remove_from_cart, CART_REMOVE",
        "view_cart, CART_VIEW",
        "begin_checkout, CHECKOUT",
        "purchase, PURCHASE",
        "refund, REFUND",
        "view_promotion, PROMOTION_VIEW",
        "select_promotion, PROMOTION_CLICK",
        "add_to_wishlist, WISHLIST_ADD",
        "page_view, PAGE_VIEW",
        "screen_view, SCREEN_VIEW",
        "level_up, CUSTOM"
    })
    void everyNameMeansWhatItMeansThere(String name, EventType type) {
        String browser = visitor();

        collect("""
                {"client_id":"%s","events":[{"name":"%s","params":{"search_term":"tea","items":[{"item_id":"tea-1",
                "promotion_id":"P1"}]}}]}""".formatted(browser, name)).statusCode(204);

        ShopEvent event = Shop.refined(Shop.pseudonymOfBrowser(browser), 1).getFirst();
        assertThat(event.getType()).isEqualTo(type);
    }

    @Test
    void theSameRequestTwiceIsOneEvent() {
        String browser = visitor();
        String request = """
                {"client_id":"%s","timestamp_micros":%d,"events":[{"name":"view_item","params":{"items":[{"item_id":"tea-1"}]}},
                {"name":"view_item","params":{"items":[{"item_id":"tea-1"}]}}]}""".formatted(browser, MICROS);

        collect(request).statusCode(204);
        collect(request).statusCode(204);
        collect(request.replace(String.valueOf(MICROS), String.valueOf(MICROS + 1)))
                .statusCode(204);

        assertThat(Shop.refined(Shop.pseudonymOfBrowser(browser), 4)).hasSize(4);
    }

    @Test
    void withoutATimeOnlyAnOrderIsKnownAgain() {
        String browser = visitor();
        String order =
                "{\"client_id\":\"%s\",\"events\":[{\"name\":\"purchase\",\"params\":{\"transaction_id\":\"T-9\"}}]}"
                        .formatted(browser);
        String view = order.replace("purchase", "view_cart").replace("transaction_id", "list");

        for (String request : new String[] {order, order, view, view}) {
            collect(request).statusCode(204);
        }

        assertThat(Shop.refined(Shop.pseudonymOfBrowser(browser), 3))
                .extracting(ShopEvent::getType)
                .containsExactly(EventType.PURCHASE, EventType.CART_VIEW, EventType.CART_VIEW);
    }

    @Test
    void aDenialOfTheRequestTakesAwayAndAGrantAddsNothing() {
        String customer = Shop.customerWhoGranted(Purpose.ANALYTICS, Purpose.ADS_TARGETED);
        String request = """
                {"client_id":"7.7","user_id":"%s","consent":{"ad_user_data":"%s","ad_personalization":"GRANTED"},
                "events":[{"name":"view_cart"}]}""";

        collect(request.formatted(customer, "DENIED")).statusCode(204);
        collect(request.formatted(customer, "GRANTED")).statusCode(204);
        collect(request.formatted(customer, "perhaps")).statusCode(204);

        assertThat(Shop.refined(Shop.pseudonym(customer), 3))
                .extracting(event -> event.getGrantedPurposesList().contains(Purpose.ADS_TARGETED))
                .containsExactly(false, true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"events\":[]}",
                "{\"events\":{}}",
                "null",
                "{\"events\":[{\"name\":\"\u0000\"}]}"
            })
    void whatIsNoRequestIsRefused(String body) {
        collect(body).statusCode(400);
        debug(body).statusCode(200).body("validationMessages.size()", equalTo(expectedMessages(body)));
    }

    private static int expectedMessages(String body) {
        boolean object = body.startsWith("{") && body.endsWith("}") && body.indexOf('\0') < 0;
        boolean lacksClientToo = object;
        return lacksClientToo ? 2 : 1;
    }

    @Test
    void hostileRequestsAreRefusedInOrder() {
        collect("{\"events\":" + "[".repeat(10_000)).statusCode(400);
        collect("{\"client_id\":\"1\",\"events\":[" + "{\"name\":\"a\"},".repeat(25) + "{\"name\":\"a\"}]}")
                .statusCode(413);
        collect("{\"client_id\":\"1\",\"events\":[{\"name\":\"" + "x".repeat(600_000) + "\"}]}")
                .statusCode(413);
        collect(
                        "{\"client_id\":\"a\\u0000\",\"events\":[7,null,{\"name\":\"a\\u0000\"},{\"name\":{}},{\"params\":[]}]}")
                .statusCode(204);
    }

    @Test
    void aWrongSecretIsRefused() {
        given().body("{\"client_id\":\"1\",\"events\":[{\"name\":\"view_cart\"}]}")
                .post("/mp/collect?measurement_id=G-1&api_secret=stolen")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"client_id":"1","events":[{"name":"_bad"}]}                                       | events[0].name | NAME_INVALID
            {"client_id":"1","events":[{"name":"bad name"}]}                                   | events[0].name | NAME_INVALID
            {"client_id":"1","events":[{"name":"session_start"}]}                              | events[0].name | NAME_RESERVED
            {"client_id":"1","events":[{"name":"ga_mine"}]}                                    | events[0].name | NAME_RESERVED
            {"client_id":"1","events":[{"params":{}}]}                                         | events[0].name | VALUE_REQUIRED
            {"client_id":"1","events":[7]}                                                     | events[0]      | VALUE_INVALID
            {"events":[{"name":"view_cart"}]}                                                  | client_id      | VALUE_REQUIRED
            {"client_id":"1","events":[{"name":"view_cart","params":[]}]}                      | events[0].params | VALUE_INVALID
            {"client_id":"1","events":[{"name":"view_cart","params":{"value":1}}]}             | events[0].params.currency | VALUE_REQUIRED
            {"client_id":"1","events":[{"name":"view_cart","params":{"google_x":1}}]}          | events[0].params.google_x | NAME_RESERVED
            {"client_id":"1","events":[{"name":"view_item","params":{"items":[{"name":"b"}]}}]} | events[0].params.items[0].item_id | VALUE_INVALID
            {"client_id":"1","events":[{"name":"view_item","params":{"items":[{"item_id":"b","price":"dear"}]}}]} | events[0].params.items[0].price | VALUE_INVALID
            {"client_id":"1","timestamp_micros":"now","events":[{"name":"view_cart"}]}         | timestamp_micros | VALUE_INVALID
            """)
    void theValidationServerNamesFieldAndCode(String body, String field, String code) {
        debug(body)
                .statusCode(200)
                .body("validationMessages.fieldPath", hasItem(field))
                .body("validationMessages.find { it.fieldPath == '" + field + "' }.validationCode", equalTo(code));
    }

    @Test
    void theValidationServerKnowsTheLimits() {
        debug("{\"client_id\":\"1\",\"events\":[" + "{\"name\":\"a\"},".repeat(25) + "{\"name\":\"a\"}]}")
                .body("validationMessages[0].validationCode", equalTo("EXCEEDED_MAX_ENTITIES"));
        debug("{\"client_id\":\"1\",\"events\":[{\"name\":\"a\",\"params\":{\"p\":\"" + "x".repeat(101) + "\"}}]}")
                .body("validationMessages[0].validationCode", equalTo("VALUE_OUT_OF_BOUNDS"))
                .body("validationMessages[0].fieldPath", equalTo("events[0].params.p"));
    }

    @Test
    void theValidationServerFindsNothingInAGoodRequestAndStoresNothing() {
        String browser = visitor();
        String request =
                "{\"client_id\":\"%s\",\"events\":[{\"name\":\"view_item\",\"params\":{\"items\":[{\"item_id\":\"%s\"}]}}]}";

        debug(request.formatted(browser, "only-validated")).statusCode(200).body("validationMessages", empty());
        collect(request.formatted(browser, "stored")).statusCode(204);

        assertThat(TestRecords.awaitKey(Topic.EVENTS_RAW, 1, Shop.pseudonymOfBrowser(browser)))
                .hasSize(1)
                .allSatisfy(record -> assertThat(Shop.opened(Topic.EVENTS_RAW, Shop.parse(record.value()))
                                .getItems(0)
                                .getProductId())
                        .isEqualTo("stored"));
        given().body(request.formatted(browser, "x"))
                .post("/debug/mp/collect?api_secret=stolen")
                .then()
                .statusCode(200)
                .body("validationMessages[0].fieldPath", equalTo("api_secret"));
    }

    private static String visitor() {
        String browser = Shop.newId("client");
        Shop.decide(Shop.pseudonymOfBrowser(browser), 1, ConsentStatus.GRANTED, Purpose.ANALYTICS);
        return browser;
    }

    private static ValidatableResponse collect(String body) {
        return post("/mp/collect", body);
    }

    private static ValidatableResponse debug(String body) {
        return post("/debug/mp/collect", body);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path + "?measurement_id=G-1&api_secret=test-write-key")
                .then();
    }
}
