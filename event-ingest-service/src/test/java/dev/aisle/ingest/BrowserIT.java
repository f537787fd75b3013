package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of a shop need: cross-origin access, settings to boot from, beacons, pixels. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class BrowserIT {
    private static final String SHOP = "https://shop.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/t",
                "/v1/batch",
                "/v1/b/",
                "/v1/m",
                "/v1/projects/test-write-key/settings",
                "/sourceConfig/",
                "/beacon/v1/batch",
                "/pixel/v1/track",
                "/mp/collect",
                "/debug/mp/collect"
            })
    void aPreflightIsPermittedForTheHeadersThatClientsSend(String path) {
        preflight(path, "Authorization,content-type,x-retry-count,anonymousid,sentat,rsa-event-count,x-evil")
                .statusCode(204)
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header(
                        "Access-Control-Allow-Headers",
                        "authorization, content-type, x-retry-count, anonymousid, sentat, rsa-event-count")
                .header("Access-Control-Max-Age", "86400")
                .header("Vary", containsString("Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/pseudonyms", "/q/health", "/v1/products/batch"})
    void noOtherRouteIsOpenedToPages(String path) {
        preflight(path, "authorization").header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse preflight(String path, String headers) {
        return given().header("Origin", SHOP)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", headers)
                .options(path)
                .then();
    }

    @Test
    void aBrowsersPlainTextWithBasicIsTakenAndItsPageMayReadTheAnswer() {
        String body = Shop.view(Shop.customer(), Shop.newId("message"), "tea-1");

        Shop.client()
                .contentType("text/plain")
                .header("Origin", SHOP)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/t")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Access-Control-Expose-Headers", "Retry-After")
                .header("Vary", containsString("Origin"))
                .body("accepted", equalTo(1));
    }

    @Test
    void aRefusalCanBeReadByThePageToo() {
        given().contentType("text/plain")
                .header("Origin", SHOP)
                .body("{}")
                .post("/v1/t")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", SHOP);
    }

    @Test
    void segmentsBrowserSdkBootsFromSettingsThatLeadHere() {
        given().get("/v1/projects/test-write-key/settings")
                .then()
                .statusCode(200)
                .body("integrations", aMapWithSize(1))
                .body("integrations.'Segment.io'.apiKey", equalTo("test-write-key"))
                .body("integrations.'Segment.io'.apiHost", endsWith("/v1"))
                .body("integrations.'Segment.io'.protocol", equalTo("http"))
                .body("integrations.'Segment.io'.retryQueue", equalTo(true))
                .body("metrics.sampleRate", equalTo(0f))
                .body("remotePlugins", empty());
        given().get("/v1/projects/stolen/settings").then().statusCode(404);
    }

    @Test
    void metricsOfTheSdkAreAcceptedAndDropped() {
        given().contentType("text/plain")
                .body("{\"series\":[{\"type\":\"Counter\"}]}")
                .post("/v1/m")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sourceConfig/", "/sourceConfig"})
    void rudderStacksBrowserSdkBootsFromItsSource(String path) {
        given().auth()
                .preemptive()
                .basic(Shop.WRITE_KEY, "")
                .get(path + "?p=npm&v=3.34.1&build=modern&writeKey=test-write-key&lockIntegrationsVersion=false")
                .then()
                .statusCode(200)
                .body("source.id", equalTo("shop"))
                .body("source.enabled", equalTo(true))
                .body("source.destinations", empty())
                .body("source.config.statsCollection.metrics.enabled", equalTo(false));
        given().get(path + "?writeKey=test-write-key").then().statusCode(200);
        given().get(path + "?writeKey=stolen").then().statusCode(401);
        given().get(path).then().statusCode(401);
    }

    @Test
    void aBeaconHasItsKeyInTheAddress() {
        String customer = Shop.customer();
        String body = "{\"batch\":[" + Shop.view(customer, Shop.newId("message"), "tea-1") + "]}";

        beacon("/beacon/v1/batch?writeKey=test-write-key", body).statusCode(200).body("accepted", equalTo(1));
        beacon("/beacon/v1/batch?writeKey=stolen", body).statusCode(401);
        beacon("/beacon/v1/batch", body).statusCode(401);
        beacon("/beacon/v1/batch?writeKey=test-write-key", "{").statusCode(400);
    }

    @Test
    void onlyABeaconHasItsKeyInTheAddress() {
        beacon("/v1/batch?writeKey=test-write-key", "{\"batch\":[]}").statusCode(401);
    }

    private static ValidatableResponse beacon(String path, String body) {
        return given().contentType("text/plain")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    @Test
    void headersOfRudderStackFillWhatTheBodyLacks() {
        String browser = Shop.newId("browser");
        String person = Shop.pseudonymOfBrowser(browser);
        Shop.decide(person, 1, ConsentStatus.GRANTED, Purpose.ANALYTICS);
        Instant sentAt = Instant.parse("2031-01-01T10:00:00Z");

        Shop.client()
                .header("AnonymousId", Base64.getEncoder().encodeToString(browser.getBytes(StandardCharsets.UTF_8)))
                .header("SentAt", sentAt.toString())
                .body("{\"event\":\"Cart Viewed\",\"originalTimestamp\":\"2031-01-01T09:00:00Z\"}")
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        ShopEvent event = Shop.refined(person, 1).getFirst();
        long seconds =
                event.getReceivedAt().getSeconds() - event.getOccurredAt().getSeconds();
        assertThat(seconds).isEqualTo(Duration.ofHours(1).toSeconds());
    }

    @Test
    void headersThatCantBeReadAreIgnored() {
        String body = Shop.view(Shop.customer(), Shop.newId("message"), "tea-1");

        Shop.client()
                .header("AnonymousId", "not base64!")
                .header("SentAt", "yesterday")
                .body(body)
                .post("/v1/track")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/track    | application/json             | {"type":"track","event":"Product Viewed","messageId":"ID","userId":"WHO","properties":{"product_id":"tea-1"}}
            /v1/events   | application/json             | {"eventId":"ID","type":"product_viewed","occurredAt":"NOW","subject":"WHO","properties":{"sku":"tea-1"}}
            /cloudevents | application/cloudevents+json | {"specversion":"1.0","id":"ID","source":"/shop","type":"view_cart","userid":"WHO","data":{}}
            """)
    void globalPrivacyControlTakesAwayWhatCrossesContextsAndNothingElseInEachProtocol(
            String path, String type, String body) {
        String customer = Shop.customerWhoGranted(
                Purpose.ANALYTICS,
                Purpose.ADS_TARGETED,
                Purpose.SALE_SHARE,
                Purpose.JOINT_TRAINING,
                Purpose.CROSS_DOMAIN);

        Shop.client()
                .header("Sec-GPC", "1")
                .contentType(type)
                .body(body.replace("ID", UUID.randomUUID().toString())
                        .replace("WHO", customer)
                        .replace("NOW", Instant.now().toString()))
                .post(path)
                .then()
                .statusCode(oneOf(200, 202))
                .body("accepted", equalTo(1));

        assertThat(Shop.refined(Shop.pseudonym(customer), 1).getFirst().getGrantedPurposesList())
                .containsExactly(Purpose.ANALYTICS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pixel/v1/track", "/v1/pixel/track"})
    void aPixelIsAnEventAndAPicture(String path) {
        String customer = Shop.customer();

        byte[] picture = pixel(path, Shop.view(customer, Shop.newId("message"), "tea-1"), Shop.WRITE_KEY)
                .statusCode(200)
                .contentType("image/gif")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();

        assertThat(picture).hasSize(43).startsWith("GIF89a".getBytes(StandardCharsets.US_ASCII));
        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getType()).isEqualTo(EventType.PRODUCT_VIEW);
        assertThat(event.getContext().getAutomated()).isTrue();
    }

    @Test
    void aPixelIsAPictureWhateverIsWrong() {
        pixel("/pixel/v1/track", "{", Shop.WRITE_KEY).statusCode(200).contentType("image/gif");
        pixel("/pixel/v1/track", "{}", Shop.WRITE_KEY).statusCode(200).contentType("image/gif");
        pixel("/pixel/v1/track", "{}", "stolen").statusCode(200).contentType("image/gif");
        given().get("/pixel/v1/track").then().statusCode(200).contentType("image/gif");
        given().get("/pixel/v1/track?data=%00%ff!").then().statusCode(200).contentType("image/gif");
        given().get("/pixel/v1/dance").then().statusCode(404);
    }

    @Test
    void aPixelToValidateIsExplained() {
        given().queryParam("data", base64("{\"userId\":\"u\"}"))
                .queryParam("writeKey", Shop.WRITE_KEY)
                .queryParam("validate", "true")
                .get("/pixel/v1/track")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("items[0].code", equalTo("missing-event"))
                .body("items[0]", not(hasKey("messageId")));
    }

    private static ValidatableResponse pixel(String path, String event, String key) {
        return given().header("User-Agent", "curl/8.5.0")
                .queryParam("data", base64(event))
                .queryParam("writeKey", key)
                .get(path)
                .then();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
