package dev.aisle.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.placements.ads.AdRepository;
import dev.aisle.campaign.placements.ads.RunningAds;
import dev.aisle.campaign.placements.ads.serving.ClickKeys;
import dev.aisle.campaign.placements.ads.serving.ClickRepository;
import dev.aisle.campaign.placements.ads.serving.CountClick;
import dev.aisle.campaign.shared.PooledTransactions;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class AdIT {
    @Inject
    CountClick countClick;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final String word = "w" + UUID.randomUUID();

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    private static String newId() {
        return "a" + UUID.randomUUID();
    }

    private static String advertiser(long budget, String more) {
        String id = newId();
        as(Role.MARKETER)
                .body("{\"id\":\"%s\",\"name\":\"Tea Ltd\",\"currency\":\"EUR\",\"budget\":%d%s}"
                        .formatted(id, budget, more))
                .post("/v1/advertisers")
                .then()
                .statusCode(201);
        return id;
    }

    private ValidatableResponse ad(String advertiser, long bid, String more) {
        return as(Role.MARKETER)
                .body("""
                        {"id":"%s","advertiser":"%s","productId":"tea","title":"Tea","bid":%d,"placements":["search"],
                         "keywords":["%s"]%s}""".formatted(newId(), advertiser, bid, word, more))
                .post("/v1/ads")
                .then();
    }

    private ValidatableResponse asks(String more) {
        return as(Role.STOREFRONT)
                .body("{\"currency\":\"EUR\",\"keywords\":[\"%s\"]%s}".formatted(word, more))
                .post("/v1/placements/search/ads")
                .then();
    }

    private ValidatableResponse clicks(String token) {
        return as(Role.STOREFRONT)
                .body("{\"token\":\"" + token + "\"}")
                .post("/v1/ad-clicks")
                .then();
    }

    private static int spent(String advertiser) {
        return as(Role.MARKETER)
                .get("/v1/advertisers")
                .then()
                .extract()
                .path("advertisers.find { it.advertiser.id == '" + advertiser + "' }.spent");
    }

    @Test
    void theWinnerIsLabelledAndPaysTheRunnersUpPriceOnce() {
        String winner = advertiser(1_000, "");
        String loser = advertiser(1_000, "");
        ad(winner, 50, "").statusCode(201);
        ad(loser, 30, "").statusCode(201);

        String token = asks(",\"locale\":\"zh\"")
                .statusCode(200)
                .body("ads", hasSize(1))
                .body("ads[0].label", equalTo("广告"))
                .extract()
                .path("ads[0].clickToken");
        clicks(token).statusCode(200).body("outcome", equalTo("charged"));
        clicks(token).statusCode(200).body("outcome", equalTo("duplicate"));

        assertThat(spent(winner)).isBetween(30, 31);
        assertThat(spent(loser)).isZero();
        clicks(token.replace(".", "x")).statusCode(400).body("errors[0].field", equalTo("token"));
        clicks(token.substring(0, token.length() - 2) + "AA").statusCode(400);
        asks(",\"excludedAdvertisers\":[\"" + winner + "\"],\"slots\":5")
                .body("ads", hasSize(1))
                .body("ads[0].label", equalTo("Sponsored"));
    }

    @Test
    void manyClicksAtTwoReplicasNeverPassTheBudget() throws Exception {
        String advertiser = advertiser(52, "");
        ad(advertiser, 20, "").statusCode(201);
        List<String> tokens = IntStream.range(0, 60)
                .mapToObj(n -> asks("").extract().<String>path("ads[0].clickToken"))
                .toList();

        try (PooledTransactions pool = new PooledTransactions(url, 10);
                ExecutorService shoppers = Executors.newFixedThreadPool(20)) {
            ClickRepository clicks = new ClickRepository();
            AdRepository ads = new AdRepository(json);
            CountClick there = new CountClick(
                    pool,
                    ads,
                    new RunningAds(pool, ads, Clock.systemUTC(), Duration.ofSeconds(1)),
                    clicks,
                    new ClickKeys(pool, clicks),
                    Clock.systemUTC());
            List<Future<CountClick.Outcome>> counted = IntStream.range(0, tokens.size())
                    .mapToObj(n -> shoppers.submit(() -> (n % 2 == 0 ? countClick : there).count(tokens.get(n))))
                    .toList();
            List<CountClick.Outcome> outcomes = new java.util.ArrayList<>();
            for (Future<CountClick.Outcome> one : counted) {
                outcomes.add(one.get());
            }

            // 5 a click, the reserve: ten of them are 50 of 52.
            assertThat(outcomes).filteredOn(CountClick.Outcome.CHARGED::equals).hasSize(10);
            assertThat(outcomes).filteredOn(CountClick.Outcome.FREE::equals).hasSize(50);
        }
        assertThat(spent(advertiser)).isEqualTo(50);
        // What the other replica charged is seen after a moment.
        Storefront.eventually().untilAsserted(() -> asks("").body("ads", hasSize(0)));
    }

    @Test
    void anAudienceIsReachedOnlyWhereTargetedAdsAreAllowed() {
        String segment = "s" + UUID.randomUUID();
        ad(advertiser(1_000, ""), 50, ",\"audience\":\"" + segment + "\"").statusCode(201);
        Shopper allows = Shopper.unknown();
        Shopper doesNot = Shopper.unknown();
        consents(allows, ConsentStatus.GRANTED);
        consents(doesNot, ConsentStatus.DENIED);
        allows.moves(segment, Direction.ENTERED, 1);
        doesNot.moves(segment, Direction.ENTERED, 1);

        Storefront.eventually()
                .untilAsserted(() ->
                        asks(",\"subject\":\"" + allows.pseudonym() + "\"").body("ads", hasSize(1)));
        asks(",\"subject\":\"" + doesNot.pseudonym() + "\"").body("ads", hasSize(0));
        asks("").body("ads", hasSize(0));
    }

    private static void consents(Shopper shopper, ConsentStatus targeted) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(shopper.pseudonym())
                .setVersion(1)
                .addPayloadKeys(dev.aisle.testing.TestKeys.of(shopper.pseudonym()))
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED))
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ADS_TARGETED)
                        .setStatus(targeted))
                .build();
        TestRecords.write(Topic.CONSENTS, shopper.pseudonym(), state.toByteArray());
    }

    @Test
    void whatCantBeNamesItsField() {
        String advertiser = advertiser(100, "");

        ad(advertiser, 0, "").statusCode(400).body("errors[0].field", equalTo("bid"));
        ad("nobody", 10, "").statusCode(422).body("errors[0].field", equalTo("advertiser"));
        as(Role.MARKETER)
                .body("{\"id\":\"x\",\"name\":\"X\",\"currency\":\"EUR\",\"budget\":-5}")
                .post("/v1/advertisers")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("budget"));
        asks(",\"slots\":0").statusCode(400).body("errors[0].field", equalTo("slots"));
    }
}
