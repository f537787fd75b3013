package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What a shopper can see, and what the contract says of every place. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class TransparencyIT {
    @Test
    void aShopperSeesWhatIsUsedWhatIsKnownAndHowToChangeIt() {
        String pseudonym = grant(newCustomer());

        transparency(pseudonym, "en")
                .body("uses.find { it.purpose == 'personalization' }.allowed", equalTo(true))
                .body("uses.find { it.purpose == 'personalization' }.because", equalTo("You said yes."))
                .body(
                        "uses.find { it.purpose == 'personalization' }.change",
                        equalTo("DELETE /v1/consents/" + pseudonym + "/personalization"))
                .body("uses.find { it.purpose == 'necessary' }.change", equalTo(""))
                .body("known.service", hasItems("privacy-service", "profile-service"))
                .body("rights.right", hasItems("access", "erasure", "objection"))
                .body("unanswered", empty());
    }

    @Test
    void itSpeaksChineseAndToOthersEnglish() {
        String pseudonym = grant(newCustomer());

        transparency(pseudonym, "zh-CN,en;q=0.5").body("uses.because", hasItem("您已同意。"));
        transparency(pseudonym, "tlh").body("uses.because", hasItem("You said yes."));
    }

    @Test
    void aServiceThatIsDownIsNamed() {
        String pseudonym = grant(newCustomer());
        OutsideWorld.DOWN.add("campaign-service" + pseudonym);

        transparency(pseudonym, "en").body("unanswered", contains("campaign-service"));
    }

    @Test
    void theDataMapSaysWhatIsWhereForWhatAndHowLong() {
        officer()
                .get("/v1/data-map")
                .then()
                .statusCode(200)
                .body("places.find { it.name == 'aisle.events.v1' }.retention", equalTo("PT720H"))
                .body("places.find { it.name == 'interaction' }.service", equalTo("recommender-service"))
                .body("places.find { it.name == 'interaction' }.retention", equalTo("P13M"))
                .body("places.find { it.name == 'person' }.fields.name", hasItem("last_at"));
        String table = officer()
                .queryParam("service", "campaign-service")
                .accept("text/csv")
                .get("/v1/data-map")
                .asString();
        assertThat(table).contains("campaign-service,table,decision", "profile-service,topic,aisle.segments.v1");
        assertThat(officer()
                        .queryParam("service", "privacy-service")
                        .get("/v1/data-map")
                        .asString())
                .doesNotContain("aisle.segments.v1");
    }

    private static ValidatableResponse transparency(String pseudonym, String language) {
        return storefront()
                .header("Accept-Language", language)
                .get("/v1/transparency/" + pseudonym)
                .then()
                .statusCode(200);
    }
}
