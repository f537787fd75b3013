package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A campaign from its first draft to its end, by two people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CampaignLifeIT {
    private static final String ANNA = "anna-" + UUID.randomUUID();
    private static final String BO = "bo";

    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    private final String id = "life-" + UUID.randomUUID();
    private final CampaignApi api = new CampaignApi(id);

    @Test
    void aDraftOfEarlierRulesIsRefusedWithItsPlaceWhenItIsSubmitted() throws SQLException {
        api.save(ANNA, api.definition("One"), null).statusCode(201);
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, "update campaign_version set definition = ? where campaign_id = ?", """
                    {"name": "Asleep", "kind": "win_back", "trigger": {"type": "falling_alive"}, "channels": ["email"],
                     "variations": [{"id": "only", "content": {"en": {"subject": "Hi", "text": "There"}}}]}
                    """, id);
        }

        api.step(ANNA, "submit").statusCode(422).body("errors[0].field", equalTo("/trigger/segment"));
        api.reads("").body("state", equalTo("draft"));
    }

    @Test
    void theRunningVersionDecidesUntilASecondPersonApprovesTheNext() {
        Shopper shopper = consenting();
        assertThat(api.save(ANNA, api.definition("One"), null)
                        .statusCode(201)
                        .extract()
                        .header("ETag"))
                .isEqualTo("\"r1\"");
        assertThat(title(shopper)).isNotEqualTo("One");
        api.step(ANNA, "approve").statusCode(409).body("type", equalTo("/problems/wrong-state"));
        api.step(ANNA, "submit").statusCode(200).body("state", equalTo("in_review"));
        api.step(ANNA, "approve").statusCode(403).body("type", equalTo("/problems/second-person-needed"));
        api.step(BO, "approve")
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("version.approver", equalTo(BO));
        assertThat(title(shopper)).isEqualTo("One");

        api.save(BO, api.definition("Two"), api.tag()).statusCode(200).body("waiting.version", equalTo(2));
        api.step(BO, "submit")
                .statusCode(200)
                .body("version.number", equalTo(1))
                .body("waiting.stage", equalTo("in_review"));
        assertThat(title(shopper)).isEqualTo("One");
        api.step(BO, "approve").statusCode(403);
        api.step(ANNA, "approve").statusCode(200).body("version.number", equalTo(2));
        assertThat(title(shopper)).isEqualTo("Two");

        api.step(ANNA, "pause").statusCode(200).body("state", equalTo("paused"));
        assertThat(title(shopper)).isNotEqualTo("Two");
        api.step(ANNA, "resume").statusCode(200);
        assertThat(title(shopper)).isEqualTo("Two");
        api.restore(ANNA, 1).statusCode(200).body("waiting.version", equalTo(3));
        api.step(ANNA, "submit");
        api.step(BO, "approve").statusCode(200);
        assertThat(title(shopper)).isEqualTo("One");
        api.step(BO, "end").statusCode(200).body("state", equalTo("ended"));
        assertThat(title(shopper)).isNotEqualTo("One");

        api.reads("/history")
                .body(
                        "deeds.deed",
                        contains(
                                "end", "approve", "submit", "restore", "resume", "pause", "approve", "submit", "save",
                                "approve", "submit", "save"))
                .body("deeds.actor", hasItems(ANNA, BO))
                .body("deeds[3].note", equalTo("version 1"));
        api.reads("/versions").body("versions.number", contains(3, 2, 1)).body("versions.stage", hasItem("approved"));
        api.reads("/versions/2/differences")
                .body("differences.place", contains("/variations/0/content/en/title"))
                .body("differences[0].before", equalTo("One"))
                .body("differences[0].after", equalTo("Two"));
        api.reads("/versions/3/differences?from=1").body("differences.size()", equalTo(0));
    }

    @Test
    void aChangeSaysOnWhatItRestsAndTheSameAgainChangesNothing() {
        api.save(ANNA, api.definition("One"), null).statusCode(201);
        api.save(ANNA, api.definition("One"), null).statusCode(200).header("ETag", equalTo("\"r1\""));
        api.save(ANNA, api.definition("Two"), null).statusCode(412).body("detail", containsString("\"r1\""));
        api.save(ANNA, api.definition("Two"), "\"r9\"").statusCode(412);
        api.save(ANNA, api.definition("Two"), "yesterday").statusCode(400).body("errors[0].field", equalTo("If-Match"));
        CampaignApi.as(ANNA)
                .contentType(ContentType.JSON)
                .body("{\"step\":\"submit\"}")
                .post("/v1/campaigns/" + id + "/steps")
                .then()
                .statusCode(428);
        api.step(ANNA, "fly").statusCode(400).body("errors[0].field", equalTo("step"));
        api.restore(ANNA, 7).statusCode(400).body("errors[0].field", equalTo("version"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingChanges() {
        String wrong = api.definition("{cdi:foo}")
                .replace("\"holdout\": 0", "\"holdout\": 2, \"budget\": {\"amount\": -1, \"currency\": \"EUR\"}");

        api.save(ANNA, wrong, null)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("/holdout", "/budget/amount", "/variations/0/content/en/title"))
                .body("errors.fix", hasItem("Write 0 or more."));
        api.reads("").statusCode(404);
        api.save(ANNA, "{", null).statusCode(400).body("detail", containsString("line 1"));
    }

    @Test
    void yamlIsTakenAndAValidationSaysWhatWouldChange() {
        String yaml = """
                name: Spring
                kind: coupon
                placements: [%s]
                variations:
                  - id: only
                    content:
                      en: {title: One, body: There}
                """.formatted(id);

        api.validates(yaml).body("change", equalTo("created"));
        CampaignApi.yaml(ANNA).body(yaml).put("/v1/campaigns/" + id).then().statusCode(201);
        api.validates(yaml).body("change", equalTo("unchanged")).body("differences.size()", equalTo(0));
        api.validates(yaml.replace("One", "Two"))
                .body("change", equalTo("changed"))
                .body("differences[0].place", equalTo("/variations/0/content/en/title"));
        api.validates(yaml.replace("kind: coupon", "kind: spam"))
                .body("change", equalTo("refused"))
                .body("errors[0].field", equalTo("/kind"));
        CampaignApi.yaml(ANNA).body("a: [").put("/v1/campaigns/" + id).then().statusCode(400);
    }

    @Test
    void twoThatWantAPlacementWithEqualRightDontRunTogether() {
        String exclusive = api.definition("One").replace("\"holdout\": 0", "\"exclusive\": true");
        api.save(ANNA, exclusive, null).statusCode(201);
        api.step(ANNA, "submit").statusCode(200);
        api.step(BO, "approve").statusCode(200);

        CampaignApi.as(ANNA)
                .contentType(ContentType.JSON)
                .body(exclusive)
                .put("/v1/campaigns/" + id + "-b")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("/placements"))
                .body("errors[0].message", containsString(id));
    }

    @Test
    void anAudienceOfTooFewIsRefusedAndADryRunTellsNothingOfIt() {
        String segment = "few-" + UUID.randomUUID();
        api.save(ANNA, api.definition("One").replace("\"holdout\": 0", "\"audience\": \"" + segment + "\""), null)
                .statusCode(201);

        api.step(ANNA, "submit")
                .statusCode(422)
                .body("errors[0].field", equalTo("/audience"))
                .body("errors[0].message", containsString(segment));
        api.save(
                        ANNA,
                        api.definition("One")
                                .replace("\"holdout\": 0", "\"audience\": {\"orders\": {\"atLeast\": 999999}}"),
                        api.tag())
                .statusCode(200);
        api.step(ANNA, "submit").statusCode(422).body("errors[0].field", equalTo("/audience"));
        api.dryRun().body("people", nullValue()).body("byVariation", anEmptyMap());
    }

    /** Twenty of whom nineteen are known: that they can be submitted would be the twentieth's secret. */
    @Test
    void thatTwentyAreInAnAudienceIsNotFoundOutBySubmittingIt() {
        List<String> segments =
                Stream.generate(() -> "twenty-" + UUID.randomUUID()).limit(4).toList();
        List<Shopper> shoppers = Stream.generate(Shopper::unknown).limit(20).toList();
        shoppers.forEach(shopper -> {
            shopper.consents(1, ConsentStatus.GRANTED);
            for (int i = 0; i < segments.size(); i++) {
                shopper.moves(segments.get(i), Direction.ENTERED, i + 1);
            }
        });
        awaitMembers(segments.getFirst(), shoppers);
        List<Integer> submitted = new ArrayList<>();
        for (String segment : segments) {
            eventually().untilAsserted(() -> assertThat(members(segment)).isEqualTo(20));
            CampaignApi campaign = new CampaignApi("twenty-" + UUID.randomUUID());
            campaign.save(
                            ANNA,
                            campaign.definition("A").replace("\"holdout\": 0", "\"audience\": \"" + segment + "\""),
                            null)
                    .statusCode(201);

            submitted.add(campaign.step(ANNA, "submit").extract().statusCode());
        }

        // One in seventy is taken by the noise of seventeen people.
        assertThat(submitted).contains(422).isSubsetOf(200, 422);
    }

    private long members(String segment) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from segment_member where segment_id = ?")) {
            count.setString(1, segment);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** An answer that is drawn for some of them stands for all. */
    private void awaitMembers(String segment, List<Shopper> shoppers) {
        eventually().until(() -> members(segment) == shoppers.size());
        eventually()
                .until(() ->
                        shoppers.stream().allMatch(one -> consents.allows(one.pseudonym(), Purpose.PERSONALIZATION)));
    }

    @Test
    void aDryRunCountsWhoWouldGetWhatAndShowsExamples() {
        String segment = "many-" + UUID.randomUUID();
        List<Shopper> shoppers = Stream.generate(Shopper::unknown).limit(300).toList();
        shoppers.forEach(shopper -> {
            shopper.consents(1, ConsentStatus.GRANTED);
            shopper.moves(segment, Direction.ENTERED, 1);
        });
        awaitMembers(segment, shoppers);
        api.save(
                        ANNA,
                        api.definition("For {shop.name}")
                                .replace("\"holdout\": 0", "\"audience\": \"" + segment + "\""),
                        null)
                .statusCode(201);

        eventually()
                .untilAsserted(() -> api.dryRun()
                        .body("people", allOf(greaterThan(150), lessThan(450)))
                        .body("byVariation.only", allOf(greaterThan(150), lessThan(450))));
        api.dryRun()
                .body("examples[0].texts.title", equalTo("For our shop"))
                .body("lacking.field", hasItems("/holdout", "/caps/perPerson", "/variations/0/content/zh"));
        api.step(ANNA, "submit").statusCode(200);
    }

    @Test
    void aDryRunOfOnePersonLessShowsTheSame() {
        String segment = "many-" + UUID.randomUUID();
        List<Shopper> shoppers = Stream.generate(Shopper::unknown).limit(300).toList();
        shoppers.forEach(shopper -> {
            shopper.consents(1, ConsentStatus.GRANTED);
            shopper.moves(segment, Direction.ENTERED, 1);
        });
        api.save(ANNA, api.definition("A").replace("\"holdout\": 0", "\"audience\": \"" + segment + "\""), null)
                .statusCode(201);
        awaitMembers(segment, shoppers);
        eventually().untilAsserted(() -> api.dryRun().body("people", greaterThan(200)));
        int people = api.dryRun().extract().path("people");

        shoppers.getFirst().moves(segment, Direction.LEFT, 2);
        shoppers.getLast().consents(2, ConsentStatus.WITHDRAWN);

        api.dryRun().body("people", equalTo(people));
        assertThat(people % 5).isZero();
    }

    @Test
    void aSegmentThatIsNotThereIsRefusedWithItsNameAndAMissingProfileServiceOnlyNoted() {
        api.save(ANNA, api.definition("A").replace("\"holdout\": 0", "\"audience\": \"unknown-fans\""), null)
                .statusCode(201);
        api.step(ANNA, "submit")
                .statusCode(422)
                .body("errors[0].field", equalTo("/audience"))
                .body("errors[0].message", equalTo("There is no segment unknown-fans."))
                .body("errors[0].fix", containsString("PUT /v1/segments/unknown-fans"));

        String away = """
                {"name": "Spring", "kind": "coupon", "channels": ["email"], "holdout": 0,
                 "trigger": {"type": "segment_entered", "segment": "away-fans"},
                 "variations": [{"id": "only", "content": {"en": {"subject": "Hi", "text": "There {links.unsubscribe}"}}}]}
                """;
        api.save(ANNA, away, api.tag()).statusCode(200);
        api.step(ANNA, "submit").statusCode(200);
        api.reads("/history").body("deeds[0].note", containsString("away-fans"));
    }

    @Test
    void aPreviewShowsTheTextsAndWhatIsMissing() {
        String body = "{coupon.value} {#for item in items}{item.title};{/for}";
        api.save(ANNA, api.definition("Hi").replace("There", body), null).statusCode(201);

        api.preview("{}")
                .body("texts.title", equalTo("Hi"))
                .body("texts.body", containsString(";"))
                .body("missing", contains("coupon.value"));
        api.preview("{\"values\":{\"coupon.value\":\"10 %\"}}").body("texts.body", containsString("10 % "));
        api.preview("{\"values\":{\"coupon.worth\":\"10 %\"}}")
                .statusCode(400)
                .body("errors[0].field", equalTo("values"));
        api.preview("{\"variation\":\"none\"}").statusCode(400).body("errors[0].field", equalTo("variation"));
        api.preview("{\"version\":5}").statusCode(404);
        api.preview("{\"definition\":" + api.definition("{#while true}{/while}") + "}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/variations/0/content/en/title"));
    }

    @Test
    void theSchemaIsServed() {
        CampaignApi.as(ANNA).get("/v1/campaigns/schema").then().statusCode(200).body("title", equalTo("A campaign"));
    }

    private String title(Shopper shopper) {
        return asks(id, shopper).statusCode(200).extract().path("content.title");
    }

    private Shopper consenting() {
        Shopper shopper = Shopper.unknown();
        shopper.consents(1, ConsentStatus.GRANTED);
        eventually().until(() -> consents.allows(shopper.pseudonym(), Purpose.PERSONALIZATION));
        return shopper;
    }
}
