package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The attack of the review: what a withheld outcome is follows from the numbers that are shown, person by person. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class JourneyCountsIT extends JourneyScene {
    private static final String RUNNING = "{type: up_sell, after: PT1H}";
    private static final int REFUSED = 400;
    private static final int SENT = 7;

    @Test
    void aWithheldOutcomeIsNotTheDifferenceOfTwoNumbers() throws SQLException {
        List<Integer> differences = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CampaignApi campaign = runs(RUNNING, "");
            ended(campaign, "no_consent", 0, REFUSED);
            ended(campaign, "sent", REFUSED, SENT);

            JsonPath shown = counts(campaign).statusCode(200).extract().jsonPath();

            int done = shown.getInt("versions[0].ended.done");
            int refused = shown.getInt("versions[0].steps[0].outcomes.no_consent");
            assertThat(done % 5).isZero();
            assertThat(done).isBetween(REFUSED + SENT - 160, REFUSED + SENT + 160);
            assertThat(refused).isBetween(REFUSED - 160, REFUSED + 160);
            differences.add(done - refused);
        }

        assertThat(differences)
                .as("what is withheld, if the numbers were exact")
                .anyMatch(one -> one < SENT - 5 || one > SENT + 5);
    }

    @Test
    void aPersonWhoComesToAStepChangesNothingThatIsShown() throws SQLException {
        CampaignApi campaign = runs(RUNNING, "");
        ended(campaign, "no_consent", 0, REFUSED);
        String before = counts(campaign).statusCode(200).extract().asString();

        ended(campaign, "sent", REFUSED, 1);

        assertThat(counts(campaign).statusCode(200).extract().asString()).isEqualTo(before);
    }

    @Test
    void whatIsLeftOfTheDayIsSaidAndWhyAVersionIsMissingWhenNothingIs() throws SQLException {
        CampaignApi campaign = runs(RUNNING, "");
        ended(campaign, "no_consent", 0, REFUSED);
        String reader = "reader-" + UUID.randomUUID();
        countsOf(reader, campaign).body("answersLeft", equalTo(19)).body("reason", nullValue());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update guard_day set answers = 20 where reader = '" + reader + "'");
        }
        CampaignApi other = runs(RUNNING, "");
        ended(other, "no_consent", 0, REFUSED);

        countsOf(reader, other)
                .body("answersLeft", equalTo(0))
                .body("versions", empty())
                .body("reason", containsString("tomorrow"));
        countsOf(reader, campaign).body("versions.size()", equalTo(1)).body("reason", nullValue());
    }

    private static ValidatableResponse countsOf(String reader, CampaignApi campaign) {
        return given().auth()
                .oauth2(TestTokens.of(reader, Role.ANALYST))
                .get("/v1/journeys?campaign=" + campaign.id())
                .then()
                .statusCode(200);
    }

    /** So many people, from a number on, who came to the first step of a campaign and are through. */
    private void ended(CampaignApi campaign, String outcome, int from, int people) throws SQLException {
        String numbers = " from generate_series(" + (from + 1) + ", " + (from + people) + ") n";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into journey (pseudonym, campaign_id, campaign_version, occasion, consent_version,"
                            + " state, step, seen, entered_at, changed_at) select '" + campaign.id() + "-' || n, '"
                            + campaign.id() + "', 1, 'event:' || n, 1, 'done', 0, '', now(), now()" + numbers);
            statement.execute("insert into journey_firing (journey_id, pseudonym, campaign_id, campaign_version, step,"
                    + " outcome, rule, at) select n, '" + campaign.id() + "-' || n, '" + campaign.id() + "', 1, 0, '"
                    + outcome + "', 'test', now()" + numbers);
        }
    }
}
