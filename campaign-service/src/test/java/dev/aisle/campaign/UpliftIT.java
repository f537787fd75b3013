package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.results.uplift.EffectsInUse;
import dev.aisle.campaign.results.uplift.LookAtEffects;
import dev.aisle.campaign.results.uplift.WatchUplift;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The response is known: a coupon moves bargain hunters from 0.1 to 0.5 and nobody else, who buy at 0.3. Whom it moves is found in what chance assigned, and the
 * budget that is allocated by it earns more than one that is spread over everybody.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class UpliftIT {
    private static final int PEOPLE = 700;
    private static final long VALUE = 2_000;
    private static final long COST = 200;

    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    @Inject
    WatchUplift watchUplift;

    @Inject
    EffectsInUse effects;

    @Inject
    LookAtEffects lookAtEffects;

    @Inject
    ReadDefinition readDefinition;

    private final CampaignApi campaign = new CampaignApi("up-" + UUID.randomUUID());

    /** Has a day of new answers of her own. */
    private final String anna = "anna-" + campaign.id();

    private KnownResponse known;
    private String goal = "conversion";

    @BeforeEach
    void peopleWithAKnownResponse() {
        known = new KnownResponse(database, consents, campaign.id());
    }

    private void saves(String more, String tag) {
        campaign.save(anna, """
                        {"name": "Spring", "kind": "coupon", "placements": ["%s"], "audience": "%s",
                         "goal": {"metric": "%s", "within": "P14D"},
                         "value": {"amount": 20, "currency": "EUR"}, "cost": {"amount": 2, "currency": "EUR"}, %s,
                         "variations": [{"id": "coupon", "content": {"en": {"title": "Tea", "body": "There"}}}]}
                        """.formatted(campaign.id(), known.everybody(), goal, more), tag)
                .statusCode(tag == null ? 201 : 200);
        campaign.step(anna, "submit").statusCode(200);
        campaign.step("bo", "approve").statusCode(200);
    }

    @Test
    void whomACouponMovesIsLearnedAndTheBudgetThatFollowsItEarnsMore() throws SQLException {
        List<Shopper> people = known.assigned(PEOPLE, 60, 0.5);
        saves("\"holdout\": 0.5", null);

        JsonPath learned = learns().statusCode(200).extract().jsonPath();

        assertThat(learned.getBoolean("models[0].ranks")).isTrue();
        assertThat(learned.getDouble("models[0].average.value")).isCloseTo(0.2, within(0.7));
        assertThat(learned.getInt("models[0].treated") % 5).isZero();
        assertThat(learned.getMap("models[0]")).doesNotContainKeys("drift", "gainOverChance", "qiniAuc");
        assertThat(learned.getMap("models[0].leftOut")).containsKeys("segment:gender-w", "segment:perfume");
        assertThat(learned.getList("models[0].features")).contains("segment:hunters");
        assertThat(learned.getList("models[0].words", String.class))
                .anyMatch(words -> words.startsWith("Whom it moves can be told"))
                .anyMatch(words -> words.startsWith("Left out: segment:perfume, since it stands in for"));

        // It pays for 150 of the 700.
        saves(
                "\"holdout\": 0, \"assignment\": \"allocated\", \"budget\": {\"amount\": 300, \"currency\": \"EUR\"}",
                campaign.tag());
        allocates().body("standIns", equalTo(List.of()));
        Set<String> chosen = new HashSet<>(
                known.all("select pseudonym from coupon_allocation where campaign_id = ?", campaign.id()));
        assertThat(chosen).hasSize(150).allMatch(known::hunts);
        Estimate more = earnedMore(people, chosen);
        assertThat(more.low())
                .as("earned more a person than by spreading: %s", more)
                .isPositive();
    }

    /** What people bring when the chosen get the coupon, less what they bring when as many drawn by lot get it; minor units a person. */
    private Estimate earnedMore(List<Shopper> people, Set<String> chosen) {
        Sums byUplift = Sums.NONE;
        Sums byLot = Sums.NONE;
        double share = (double) chosen.size() / people.size();
        for (int round = 0; round < 20; round++) {
            for (Shopper one : people) {
                boolean hunter = known.hunts(one.pseudonym());
                byUplift = byUplift.plus(earned(hunter, chosen.contains(one.pseudonym())));
                byLot = byLot.plus(earned(hunter, known.drawn(share)));
            }
        }
        return MeanDifference.of(byUplift, byLot).interval(0.95);
    }

    private Sums earned(boolean hunter, boolean offered) {
        double earned = (known.orders(hunter, offered) ? VALUE : 0) - (offered ? COST : 0);
        return new Sums(1, earned, earned * earned);
    }

    @Test
    void aModelThatOtherPeopleCameAfterIsDueToBeLearnedAnew() throws SQLException {
        known.assigned(PEOPLE, 60, 0.5);
        saves("\"holdout\": 0.5", null);
        learns().statusCode(200).body("models[0].retrainDue", equalTo(false));

        assertThat(watchUplift.watch(campaign.id())).isFalse();
        // Hardly a hunter comes any more, and the others have taken to coupons.
        known.othersTakeToCoupons(0.7);
        known.assigned(PEOPLE, 30, 0.02);
        assertThat(watchUplift.watch(campaign.id())).isTrue();

        campaign.reads("/uplift")
                .body("models[0].retrainDue", equalTo(true))
                .body("models[0].words", hasItem("People differ in segment:hunters from those it was learned from."))
                .body("models[0].words", hasItem("What it predicts is not what was observed since."));
        JsonPath anew = learns().statusCode(200).extract().jsonPath();
        assertThat(anew.getInt("models[0].number")).isEqualTo(2);
        assertThat(anew.getInt("models[0].treated") + anew.getInt("models[0].heldOut"))
                .isCloseTo(2 * PEOPLE, within(240));
    }

    @Test
    void valuesThatTellAProtectedSegmentByNowCountAsTheirAverage() throws SQLException {
        List<Shopper> people = known.assigned(PEOPLE, 60, 0.5);
        saves("\"holdout\": 0.5", null);
        learns().statusCode(200).body("models[0].features", hasItem("segment:hunters"));
        // No feature stood in for anything when it was learned; now whoever it moves is a woman.
        known.womenHunt();
        saves(
                "\"holdout\": 0, \"assignment\": \"allocated\", \"budget\": {\"amount\": 300, \"currency\": \"EUR\"}",
                campaign.tag());

        allocates().body("standIns", equalTo(List.of("coupon")));

        List<String> chosen = known.all("select pseudonym from coupon_allocation where campaign_id = ?", campaign.id());
        assertThat(chosen).hasSize(150);
        double hunting =
                people.stream().filter(one -> known.hunts(one.pseudonym())).count() / (double) PEOPLE;
        assertThat(chosen.stream().filter(known::hunts).count() / 150.0).isCloseTo(hunting, within(0.15));
        CampaignApi.as("anna")
                .get("/v1/campaigns/" + campaign.id() + "/allocations")
                .then()
                .statusCode(200)
                .body("standIns", equalTo(List.of("coupon")));
    }

    @Test
    void whatACouponBringsInMoneyIsLearnedAndReported() throws SQLException {
        known.assigned(2 * PEOPLE, 60, 0.5);
        goal = "revenue";
        saves("\"holdout\": 0.5", null);

        // It brings 0.4 orders of 2,000 minor units at every second person.
        JsonPath learned = learns().statusCode(200).extract().jsonPath();

        assertThat(learned.getString("models[0].outcome")).isEqualTo("revenue");
        assertThat(learned.getBoolean("models[0].ranks")).isTrue();
        assertThat(learned.getDouble("models[0].average.value")).isCloseTo(400, within(1_500.0));
        assertThat(learned.getList("models[0].words", String.class).getFirst())
                .contains("more minor units of revenue")
                .contains("on average");
        JsonPath report = campaign.reads("/report").statusCode(200).extract().jsonPath();
        long treated = report.getLong("arms.find { it.arm == 'treated' }.people");
        // Of 500 people in an arm the noise of what they paid is large, and the interval says so.
        double perPerson = report.getDouble("effect.revenuePerPerson.value");
        assertThat(perPerson).isCloseTo(400, within(2_500.0));
        assertThat(perPerson - report.getDouble("effect.revenuePerPerson.low")).isGreaterThan(300);
        assertThat(report.getDouble("effect.revenue.value"))
                .isCloseTo(treated * perPerson, within(1e-6 * 800 * PEOPLE));
    }

    @Test
    void theServiceItselfTriesACampaignOnceADayOneAnswerAVariation() throws SQLException {
        known.assigned(200, 60, 0.5);
        saves("\"holdout\": 0.5", null);
        known.execute("delete from guard_day where reader = ?", "");

        look();
        assertThat(ownAnswers()).isEqualTo("1");
        look();
        assertThat(ownAnswers()).isEqualTo("1");
    }

    private void look() {
        lookAtEffects.look(readDefinition.of(campaign.id(), 1).orElseThrow());
    }

    private String ownAnswers() throws SQLException {
        return known.all("select coalesce(sum(answers), 0)::text from guard_day where reader = ?", "")
                .getFirst();
    }

    @Test
    void ofTooFewPeopleNothingIsLearned() {
        campaign.save("anna", campaign.definition("One"), null).statusCode(201);

        learns().statusCode(409).body("type", containsString("too-few-people"));
        campaign.reads("/uplift").statusCode(200).body("models", equalTo(List.of()));
    }

    @Test
    void aCampaignThatWasMeasuredToLoseMoneyIsStopped() throws SQLException {
        known.assigned(150, 60, 0.5);
        saves("\"holdout\": 0.5", null);
        assertThat(hindrances()).doesNotContain("loss");

        // Its cost is 2.00 and a success is worth 20.00: it must move one of ten.
        known.execute("""
                insert into campaign_effect (campaign_id, campaign_version, treated, held_out, effect, error, measured_at)
                values (?, 1, 5000, 5000, 0.001, 0.008, now())
                """, campaign.id());
        effects.refresh();

        Storefront.eventually().untilAsserted(() -> assertThat(hindrances()).contains("loss"));
    }

    private List<String> hindrances() throws SQLException {
        String person = known.all("select pseudonym from campaign_person where campaign_id = ? limit 1", campaign.id())
                .getFirst();
        return CampaignApi.as("anna")
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"" + person + "\"}")
                .post("/v1/campaigns/" + campaign.id() + "/why")
                .then()
                .statusCode(200)
                .extract()
                .path("hindrances.rule");
    }

    private ValidatableResponse allocates() {
        return CampaignApi.as("anna")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/campaigns/" + campaign.id() + "/allocations")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse learns() {
        return CampaignApi.as(anna)
                .post("/v1/campaigns/" + campaign.id() + "/uplift")
                .then();
    }
}
