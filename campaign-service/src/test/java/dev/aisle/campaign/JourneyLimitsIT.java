package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent keeps to the campaign's limits and to the person's word, and why it didn't go can be asked. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class JourneyLimitsIT extends JourneyScene {
    private CampaignApi runs(String limits) {
        return starts(new CampaignApi("j-" + UUID.randomUUID()), """
            name: Thanks
            kind: loyalty
            trigger: {type: after_purchase, after: PT1S}
            channels: [email]
            %s
            variations:
              - id: only
                content:
                  en: {subject: "Thanks", text: "Thanks {links.unsubscribe}"}
            """.formatted(limits));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caps: {total: 1}|caps.total",
                "'budget: {amount: 0.10, currency: EUR}\ncost: {amount: 0.06, currency: EUR}'|budget"
            })
    void moreThanACampaignMayGiveIsNotSent(String limits, String rule) throws SQLException {
        CampaignApi campaign = runs(limits);
        Subscriber one = Subscriber.fresh();
        Subscriber other = Subscriber.fresh();
        one.does(EventType.PURCHASE, "kettle");
        other.does(EventType.PURCHASE, "kettle");

        eventually()
                .untilAsserted(() -> assertThat(
                                Stream.concat(firings(campaign, one).stream(), firings(campaign, other).stream()))
                        .containsExactlyInAnyOrder("sent/sent", "capped/" + rule));
        assertThat(messages(campaign, one) + messages(campaign, other)).isEqualTo(1);
        Subscriber stopped = messages(campaign, one) == 0 ? one : other;
        why(campaign, stopped).body("lately[0].text", containsString("(" + rule + ")"));
    }

    @Test
    void whoSaidNotForMeGetsNoMoreOfIt() throws SQLException {
        CampaignApi campaign = runs("");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(messages(campaign, buyer)).isEqualTo(1));
        String message = one("select id from message" + where(campaign, buyer));

        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"subject\":\"%s\",\"about\":\"%s\",\"word\":\"not_for_me\"}"
                        .formatted(UUID.randomUUID(), buyer.pseudonym(), message))
                .post("/v1/campaign-feedback")
                .then()
                .statusCode(204);
        buyer.does(EventType.PURCHASE, "tea");

        eventually()
                .untilAsserted(() ->
                        assertThat(firings(campaign, buyer)).containsExactly("sent/sent", "not_eligible/not-for-me"));
        assertThat(messages(campaign, buyer)).isEqualTo(1);
    }

    private static ValidatableResponse why(CampaignApi campaign, Subscriber subscriber) {
        return CampaignApi.as("anna")
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"" + subscriber.pseudonym() + "\"}")
                .post("/v1/campaigns/" + campaign.id() + "/why")
                .then()
                .statusCode(200);
    }
}
