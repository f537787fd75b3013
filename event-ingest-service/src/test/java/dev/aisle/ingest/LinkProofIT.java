package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say that a browser is a customer's, and who says it in vain. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class LinkProofIT {
    @Test
    void whoKnowsABrowsersIdDoesNotGetWhatItsPersonDoes() {
        String victim = Shop.browser();
        String attacker = Shop.customer();
        String before = Shop.newId("before");
        Shop.batch(Shop.anonymousView(victim, before)).statusCode(200);
        Shop.refined(Shop.pseudonymOfBrowser(victim), 1);

        Shop.batch(Shop.identify(attacker, victim))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("unlinked", hasSize(1))
                .body("unlinked[0].index", equalTo(0))
                .body("unlinked[0].reason", equalTo("public-key"));

        assertThat(Shop.refined(Shop.pseudonym(attacker), 1).getFirst().getAnonymousPseudonym())
                .isEmpty();
        String after = Shop.newId("after");
        Shop.batch(Shop.anonymousView(victim, after)).statusCode(200);
        assertThat(Shop.refined(Shop.pseudonymOfBrowser(victim), 2))
                .extracting(ShopEvent::getMessageId)
                .containsExactly(before, after);
        Shop.batch(Shop.view(attacker, Shop.newId("last"), "tea-1")).statusCode(200);
        assertThat(Shop.refined(Shop.pseudonym(attacker), 2)).hasSize(2);
        assertThat(linksOf(victim)).isEmpty();
    }

    @Test
    void whoKnowsABrowsersIdEndsNobodysLink() {
        String browser = Shop.browser();
        String owner = Shop.customer();
        String attacker = Shop.customer();
        Shop.serverBatch(Shop.identify(owner, browser)).statusCode(200).body("unlinked", nullValue());
        TestRecords.awaitKey(Topic.PERSON_LINKS, 1, Shop.pseudonymOfBrowser(browser));

        Shop.batch(
                        Shop.identify(attacker, browser),
                        Shop.identify(attacker, browser).replace("identify\",\"userId", "alias\",\"userId"),
                        "{\"type\":\"alias\",\"userId\":\"" + attacker + "\",\"previousId\":\"" + browser + "\"}")
                .statusCode(200)
                .body("unlinked", hasSize(3));
        Shop.refined(Shop.pseudonym(attacker), 3);
        String after = Shop.newId("after");
        Shop.batch(Shop.anonymousView(browser, after)).statusCode(200);

        assertThat(Shop.refined(Shop.pseudonym(owner), 2).getLast().getMessageId())
                .isEqualTo(after);
        assertThat(linksOf(browser)).hasSize(1);
    }

    @Test
    void aTokenOfTheGatewayLinksOnAPageToo() {
        String browser = Shop.browser();
        String customer = Shop.customer();

        Shop.batch(withToken(Shop.identify(customer, browser), token(customer, browser)))
                .statusCode(200)
                .body("unlinked", nullValue());

        TestRecords.awaitKey(Topic.PERSON_LINKS, 1, Shop.pseudonymOfBrowser(browser));
        String after = Shop.newId("after");
        Shop.batch(Shop.anonymousView(browser, after)).statusCode(200);
        assertThat(Shop.refined(Shop.pseudonym(customer), 2).getLast().getMessageId())
                .isEqualTo(after);
    }

    @Test
    void aTokenMayStandInTheContextOfTheWholeBatch() {
        String browser = Shop.browser();
        String customer = Shop.customer();

        Shop.send(
                        "/v1/batch",
                        "{\"context\":{\"linkToken\":\"" + token(customer, browser) + "\"},\"batch\":["
                                + Shop.identify(customer, browser) + "]}")
                .statusCode(200)
                .body("unlinked", nullValue());

        TestRecords.awaitKey(Topic.PERSON_LINKS, 1, Shop.pseudonymOfBrowser(browser));
    }

    @Test
    void aTokenHoldsForNoOtherTwo() {
        String browser = Shop.browser();
        String attacker = Shop.customer();
        String own = token(attacker, Shop.newId("browser"));

        Shop.batch(
                        withToken(Shop.identify(attacker, browser), own),
                        withToken(Shop.identify(attacker, browser), token(Shop.newId("customer"), browser)),
                        withToken(
                                Shop.identify(attacker, browser), "l1.9999999999.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                        withToken(Shop.identify(attacker, browser), "x".repeat(10_000)))
                .statusCode(200)
                .body("accepted", equalTo(4))
                .body(
                        "unlinked.reason",
                        equalTo(List.of(
                                "invalid-link-token",
                                "invalid-link-token",
                                "invalid-link-token",
                                "invalid-link-token")));
        Shop.refined(Shop.pseudonym(attacker), 4);
        assertThat(linksOf(browser)).isEmpty();
    }

    @Test
    void validationSaysWhetherItWouldLinkAndWhatIsMissing() {
        String browser = Shop.browser();
        String customer = Shop.customer();
        String identify = Shop.identify(customer, browser);

        Shop.send(
                        "/v1/batch?validate=true",
                        "{\"batch\":[" + identify + "," + withToken(identify, token(customer, browser)) + ","
                                + Shop.view(customer, Shop.newId("message"), "tea-1") + "]}")
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("items[0].link", containsString("POST /v1/link-tokens"))
                .body("items[1].link", equalTo("The browser is linked to the customer."))
                .body("items[2].link", nullValue());
    }

    @Test
    void whatWasLinkedAndWhatWasNotIsCounted() {
        Shop.batch(Shop.identify(Shop.customer(), Shop.newId("browser"))).statusCode(200);
        Shop.serverBatch(Shop.identify(Shop.customer(), Shop.newId("browser"))).statusCode(200);

        assertThat(given().get("/q/metrics").asString().lines())
                .anyMatch(line -> line.matches("aisle_door_links_total\\{proof=\"public-key\"[^}]*} [1-9].*"))
                .anyMatch(line -> line.matches("aisle_door_links_total\\{proof=\"proven\"[^}]*} [1-9].*"));
    }

    @Test
    void noPageSendsWithAServersKey() {
        Shop.client(Shop.SERVER_KEY)
                .header("Origin", "https://shop.example")
                .body(Shop.identify(Shop.customer(), Shop.newId("browser")))
                .post("/v1/identify")
                .then()
                .statusCode(403)
                .body("code", equalTo("origin-not-allowed"))
                .body("message", containsString("is a server's"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"userId":"u"}                                                              | anonymousId
            {"userId":"","anonymousId":"a"}                                             | userId
            {"userId":"u","anonymousId":"undefined"}                                    | anonymousId
            {"userId":"p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","anonymousId":"a"}        | userId
            {"userId":"u","anonymousId":"a\\u0000"}                                    | anonymousId
            """)
    void noTokenIsMadeOfWhatIsNoId(String body, String field) {
        storefront(body).statusCode(400).body("errors[0].field", equalTo(field));
    }

    private static String token(String customer, String browser) {
        return storefront("{\"userId\":\"" + customer + "\",\"anonymousId\":\"" + browser + "\"}")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("linkToken");
    }

    private static ValidatableResponse storefront(String body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(body)
                .post("/v1/link-tokens")
                .then();
    }

    private static String withToken(String item, String token) {
        return item.replace("\"userId\"", "\"context\":{\"linkToken\":\"" + token + "\"},\"userId\"");
    }

    private static List<?> linksOf(String browser) {
        return TestRecords.await(
                Topic.PERSON_LINKS,
                0,
                record -> Shop.pseudonymOfBrowser(browser).equals(record.key()));
    }
}
