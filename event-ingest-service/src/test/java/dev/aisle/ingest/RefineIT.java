package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the door through refine: what the stream does with what clients send. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class RefineIT {
    @Test
    void whoLogsInTakesTheLaterEventsOfTheBrowserAlong() {
        String customer = Shop.customer();
        String browser = Shop.browser();
        String anonymous = Shop.pseudonymOfBrowser(browser);
        Shop.batch(Shop.anonymousView(browser, Shop.newId("before"))).statusCode(200);
        Shop.refined(anonymous, 1);
        Shop.serverBatch(Shop.identify(customer, browser)).statusCode(200);
        TestRecords.awaitKey(Topic.PERSON_LINKS, 1, anonymous);
        String after = Shop.newId("after");

        Shop.batch(Shop.anonymousView(browser, after), Shop.anonymousView(browser, after))
                .statusCode(200);

        List<ShopEvent> events = Shop.refined(Shop.pseudonym(customer), 2);
        ShopEvent merged = events.getLast();
        assertThat(events).hasSize(2);
        assertThat(merged.getMessageId()).isEqualTo(after);
        assertThat(merged.getAnonymousPseudonym()).isEqualTo(anonymous);
        assertThat(merged.getRefinement().getPersonSequence()).isEqualTo(2);
        assertThat(merged.getRefinement().getCorrectionsList())
                .extracting(Correction::getKind)
                .contains(Correction.Kind.MERGED_PERSON);
        assertThat(Shop.refined(anonymous, 1)).hasSize(1);
    }

    @Test
    void anAmountInAnotherCurrencyIsConvertedAtTheRateThatAnOperatorSet() {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.OPERATOR))
                .contentType("application/json")
                .body("{\"base\":\"USD\",\"rates\":{\"ISK\":\"0.0079\"},\"asOf\":\"2026-11-24T15:00:00Z\"}")
                .put("/v1/exchange-rates")
                .then()
                .statusCode(200);
        String customer = Shop.customer();

        Shop.batch("""
                        {"type":"track","event":"Product Added","userId":"%s","messageId":"%s","properties":
                         {"product_id":"tea-1","price":1500,"currency":"ISK","quantity":250,"unit":"g"}}""".formatted(customer, Shop.newId("message"))).statusCode(200);

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getItems(0).getPrice().getCurrency()).isEqualTo("USD");
        assertThat(event.getItems(0).getPrice().getMinorUnits()).isEqualTo(1185);
        assertThat(event.getItems(0).getQuantity()).isEqualTo(0.25);
        assertThat(event.getItems(0).getUnit()).isEqualTo("kg");
        assertThat(event.getRefinement().getCorrectionsList())
                .extracting(Correction::getAfter)
                .contains("11.85 USD (rate of 2026-11-24)", "0.25 kg");
    }
}
