package dev.aisle.recommender.serving.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.InteractionRepository.Held;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop with a media site beside it, whose people allowed to learn from both together. */
@QuarkusTest
@TestProfile(DomainsIT.WithMedia.class)
@QuarkusTestResource(RealInfrastructure.class)
class DomainsIT {
    private static boolean made;

    @Inject
    Catalogue catalogue;

    @Inject
    InteractionRepository interactions;

    /** The pack media is in use. */
    public static final class WithMedia implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "aisle.domains.packs", "media",
                    "aisle.placements", "home,programme",
                    "aisle.serving.placements.programme.domain", "media");
        }
    }

    @BeforeEach
    void shopAndMedia() {
        if (made) {
            return;
        }
        for (int i = 0; i < 8; i++) {
            Written.sold(Written.product("dtea-" + i, "Tea " + i, "Grocery", "Tea"));
            Written.sold(Written.product("dbike-" + i, "Bike " + i, "Sport", "Bikes"));
            Written.sold(Written.product("film-" + i, "Film " + i, "Drama").setDomain("media"));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> IntStream.range(0, 8)
                        .allMatch(i -> catalogue.get("dtea-" + i) != null
                                && catalogue.get("dbike-" + i) != null
                                && catalogue.get("film-" + i) != null));
        List<String> people = new ArrayList<>();
        for (int person = 0; person < 24; person++) {
            String buyer = Written.person();
            people.add(buyer);
            consent(buyer, 1, true, 0);
            String kind = person % 2 == 0 ? "dtea-" : "dbike-";
            int film = person % 2 == 0 ? 0 : 4;
            for (int n = 0; n < 3; n++) {
                Written.bought(buyer, kind + (person / 2 + n) % 8);
                watched(buyer, "film-" + (film + (person / 2 + n) % 4));
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> people.stream().allMatch(buyer -> held(buyer).size() == 6));
        Registry.promoted(Registry.trained(), "serving");
        made = true;
    }

    @Test
    void aListIsOfOneDomainUnlessAnotherIsAskedFor() {
        assertThat(ids(Map.of("size", 30))).isNotEmpty().noneMatch(id -> id.startsWith("film"));
        assertThat(ids(media(Map.of("size", 30)))).hasSize(8).allMatch(id -> id.startsWith("film"));
        assertThat(ids(Map.of("placement", "programme"))).hasSize(8).allMatch(id -> id.startsWith("film"));
        assertThat(ids(Map.of("contextItems", List.of("film-1")))).hasSize(7).allMatch(id -> id.startsWith("film"));
    }

    @Test
    void aDomainThatNobodyHasIsRefusedWithThoseThatThereAre() {
        post("/v1/recommendations", Map.of("filters", Map.of("domain", "radio")))
                .statusCode(400)
                .body("errors[0].field", equalTo("filters.domain"))
                .body("errors[0].message", containsString("must be one of media, shop"));
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .get("/v1/search?q=film&domain=radio")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("domain"));
    }

    @Test
    void searchFindsInTheDomainThatIsAskedFor() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(found("/v1/search?q=film&domain=media")).contains("film-1");
            assertThat(found("/v1/search?q=film")).noneMatch(id -> id.startsWith("film"));
        });
    }

    @Test
    void tasteOfTheShopReachesTheMediaSiteOnlyAsLongAsThePersonAllowsIt() {
        String person = Written.person();
        consent(person, 1, false, 0);
        for (int tea = 0; tea < 3; tea++) {
            Written.bought(person, "dtea-" + tea);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> held(person).size() == 3);
        List<String> ofAnybody = ids(media(Map.of("size", 8)));

        assertThat(reason(person)).isEqualTo("NO_HISTORY");
        assertThat(ids(media(Map.of("subject", person, "size", 8)))).isEqualTo(ofAnybody);
        assertThat(recommend(Map.of("subject", person)).extract().<Boolean>path("personalized"))
                .isTrue();

        consent(person, 2, true, 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> personalized(person));
        assertThat(ids(media(Map.of("subject", person, "size", 3)))).isSubsetOf("film-0", "film-1", "film-2", "film-3");
        assertThat(recommend(media(Map.of("subject", person))).extract().<String>path("items[0].reason.text"))
                .startsWith("Because you bought Tea");

        consent(person, 3, false, 3);
        await().atMost(Duration.ofSeconds(60)).until(() -> !personalized(person));
        assertThat(reason(person)).isEqualTo("NO_HISTORY");
        assertThat(ids(media(Map.of("subject", person, "size", 8)))).isEqualTo(ofAnybody);

        consent(person, 4, true, 3);
        Written.bought(person, "dtea-5");
        await().atMost(Duration.ofSeconds(60)).until(() -> held(person).size() == 4);
        assertThat(personalized(person)).isFalse();
    }

    @Test
    void whatIsDoneIsKeptWithItsDomainOfTheEventOrTheProduct() {
        String person = Written.person();
        consent(person, 1, false, 0);

        Written.viewed(person, "film-2");
        watched(person, "film-not-in-the-catalogue");
        Written.viewed(person, "dtea-2");
        Written.viewed(person, "neither");

        await().atMost(Duration.ofSeconds(60)).until(() -> held(person).size() == 4);
        Map<String, String> domains = new HashMap<>();
        held(person).forEach(one -> domains.put(one.past().productId(), one.domain()));
        assertThat(domains)
                .containsEntry("film-2", "media")
                .containsEntry("film-not-in-the-catalogue", "media")
                .containsEntry("dtea-2", "shop")
                .containsEntry("neither", null);
    }

    @Test
    void whoDoesNotAllowItIsNotLearnedFromOutsideOfTheService() {
        String unwilling = Written.willingPerson();
        String willing = Written.person();
        consent(willing, 1, true, 0);

        await().atMost(Duration.ofSeconds(60)).until(() -> learners().contains(willing));
        assertThat(learners()).doesNotContain(unwilling);
    }

    private static String learners() {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/models/learners")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<Held> held(String person) {
        return interactions.heldOf(person, 0, 100);
    }

    private static void watched(String person, String film) {
        Written.writes(
                Written.sealed(
                        Written.newEvent(person, EventType.PURCHASE, film)
                                .setDomain("media")
                                .build(),
                        person)
                        .toBuilder());
    }

    /** Personalisation and training, and across domains or not; what was let in under the version of a refusal is fenced. */
    private static void consent(String person, long version, boolean across, long refusedAt) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(person));
        for (Purpose purpose : List.of(Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING, Purpose.CROSS_DOMAIN)) {
            boolean granted = purpose != Purpose.CROSS_DOMAIN || across;
            state.addDecisions(PurposeDecision.newBuilder()
                    .setPurpose(purpose)
                    .setStatus(granted ? ConsentStatus.GRANTED : ConsentStatus.DENIED));
        }
        if (refusedAt > 0) {
            state.addFences(
                    PurposeFence.newBuilder().setPurpose(Purpose.CROSS_DOMAIN).setVersion(refusedAt));
        }
        TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
    }

    private static Map<String, Object> media(Map<String, Object> request) {
        Map<String, Object> asked = new HashMap<>(request);
        asked.put("filters", Map.of("domain", "media"));
        return asked;
    }

    private static boolean personalized(String person) {
        return recommend(media(Map.of("subject", person))).extract().path("personalized");
    }

    private static String reason(String person) {
        return recommend(media(Map.of("subject", person))).extract().path("reason");
    }

    private static ValidatableResponse recommend(Map<String, Object> request) {
        return post("/v1/recommendations", request).statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, Object> request) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(request)
                .post(path)
                .then();
    }

    private static List<String> ids(Map<String, Object> request) {
        return new ArrayList<>(recommend(request).extract().<List<String>>path("items.productId"));
    }

    private static List<String> found(String path) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("hits.productId");
    }
}
