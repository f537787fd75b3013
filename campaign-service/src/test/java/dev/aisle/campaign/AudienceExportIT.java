package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.outside.PlayedPrivacy;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People go to an ad platform only as long as they allow targeted ads, and never few of them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class AudienceExportIT {
    private static final int PEOPLE = 150;

    @Inject
    Grants grants;

    private final CampaignApi campaign = new CampaignApi("aud-" + UUID.randomUUID());
    private final String segment = "fans-" + UUID.randomUUID();

    private static ValidatableResponse as(String role, CampaignApi campaign, String body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/campaigns/" + campaign.id() + "/audience-exports")
                .then();
    }

    private List<String> exported() {
        String file = as(Role.ADS_EXPORT, campaign, "{\"dryRun\":false}")
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        List<String> lines = file.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("action,id,email_sha256");
        return lines.subList(1, lines.size());
    }

    private Shopper fan(Purpose... purposes) {
        Shopper shopper = Shopper.unknown();
        Grants.say(shopper, 1, purposes);
        shopper.moves(segment, Direction.ENTERED, 1);
        return shopper;
    }

    private void start() {
        campaign.save("anna-" + segment, """
                        {"name": "Fans elsewhere", "kind": "ad", "audience": "%1$s", "holdout": 0,
                         "trigger": {"type": "segment_entered", "segment": "%1$s"}, "channels": ["ad_audience"],
                         "variations": [{"id": "only", "content": {"en": {"title": "Hi", "body": "There"}}}]}
                        """.formatted(segment), null).statusCode(201);
        eventually()
                .untilAsserted(() -> campaign.step("anna-" + segment, "submit").statusCode(200));
        campaign.step("bert", "approve").statusCode(200);
    }

    @Test
    void aWithdrawalAndAnErasureTakePeopleOffTheNextFileAndFewAreRefused() {
        List<Shopper> fans = Stream.generate(() -> fan(Purpose.PERSONALIZATION, Purpose.ADS_TARGETED))
                .limit(PEOPLE)
                .toList();
        Shopper withoutAds = fan(Purpose.PERSONALIZATION);
        grants.await(fans, 1);
        start();
        eventually()
                .untilAsserted(() ->
                        as(Role.ADS_EXPORT, campaign, "{}").statusCode(200).body("people", equalTo(PEOPLE)));

        List<String> first = exported();

        assertThat(first).hasSize(PEOPLE).allMatch(line -> line.startsWith("add,"));
        assertThat(first.toString())
                .contains(PlayedPrivacy.digestOf(fans.getFirst().pseudonym()))
                .doesNotContain(PlayedPrivacy.digestOf(withoutAds.pseudonym()))
                .doesNotContain("p1.");

        grants.says(fans.getFirst(), 2, Purpose.PERSONALIZATION);
        Shopper erased = fans.get(1);
        erased.asksForErasure();
        TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, erased.pseudonym());
        eventually().untilAsserted(() -> as(Role.ADS_EXPORT, campaign, "{}").body("people", equalTo(PEOPLE - 2)));

        List<String> second = exported();

        assertThat(second).filteredOn(line -> line.startsWith("add,")).hasSize(PEOPLE - 2);
        assertThat(second)
                .filteredOn(line -> line.startsWith("remove,"))
                .containsExactlyInAnyOrder(
                        lineOf(first, fans.getFirst()).replaceFirst("^add,", "remove,"),
                        lineOf(first, erased).replaceFirst("^add,", "remove,"));
        given().auth()
                .oauth2(TestTokens.withRoles(Role.MARKETER))
                .get("/v1/campaigns/" + campaign.id() + "/audience-exports")
                .then()
                .body("exports[0]", not(hasKey("joined")))
                .body("exports[0]", not(hasKey("gone")))
                .body("exports.state", contains("completed", "completed"));
        given().auth()
                .oauth2(TestTokens.withRoles(Role.ADS_EXPORT))
                .get("/v1/campaigns/" + campaign.id() + "/audience-exports")
                .then()
                .body("exports.joined", contains(PEOPLE - 2, PEOPLE))
                .body("exports.gone", contains(2, 0))
                .body("exports.state", contains("completed", "completed"));

        // Nineteen are left.
        fans.subList(2, PEOPLE - 19).forEach(fan -> grants.says(fan, 2, Purpose.PERSONALIZATION));
        assertThat(exported()).hasSize(PEOPLE - 2).allMatch(line -> line.matches("remove,[0-9a-f-]{36},[0-9a-f]{64}"));
        as(Role.ADS_EXPORT, campaign, "{\"dryRun\":false}")
                .statusCode(422)
                .body("errors[0].field", equalTo("/audience"))
                .body("detail", containsString("widen"));
    }

    @Test
    void whenTheCampaignIsOverEverybodyComesOffTheListAlsoWhoWasErased() {
        List<Shopper> fans = Stream.generate(() -> fan(Purpose.PERSONALIZATION, Purpose.ADS_TARGETED))
                .limit(PEOPLE)
                .toList();
        grants.await(fans, 1);
        start();
        eventually()
                .untilAsserted(() ->
                        as(Role.ADS_EXPORT, campaign, "{}").statusCode(200).body("people", equalTo(PEOPLE)));
        List<String> first = exported();
        fans.getFirst().asksForErasure();
        TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, fans.getFirst().pseudonym());
        campaign.step("anna", "end").statusCode(200);

        List<String> last = exported();

        assertThat(last)
                .containsExactlyInAnyOrderElementsOf(first.stream()
                        .map(line -> line.replaceFirst("^add,", "remove,"))
                        .toList());
        as(Role.ADS_EXPORT, campaign, "{\"dryRun\":false}").statusCode(409);
    }

    private static String lineOf(List<String> lines, Shopper shopper) {
        return lines.stream()
                .filter(line -> line.endsWith(PlayedPrivacy.digestOf(shopper.pseudonym())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCampaignOfOtherChannelsAndAMarketerWithoutTheScopeAreRefused() {
        campaign.save("anna", campaign.definition("Hello"), null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);

        as(Role.ADS_EXPORT, campaign, "{}").statusCode(409);
        campaign.step("bert", "approve").statusCode(200);
        as(Role.ADS_EXPORT, campaign, "{}").statusCode(422).body("errors[0].field", equalTo("/channels"));
        as(Role.MARKETER, campaign, "{}").statusCode(403);
    }
}
