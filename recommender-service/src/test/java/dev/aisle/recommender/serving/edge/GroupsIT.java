package dev.aisle.recommender.serving.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is popular among people of a country or with a device, and nothing of few of them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class GroupsIT {
    private static final Duration COUNTED_ANEW = Duration.ofMinutes(2);
    private static final int ENOUGH = 20;

    private final List<String> everybody = new ArrayList<>();

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    /** Other tests learn from the same database. */
    @AfterEach
    void everybodyLeaves() {
        everybody.forEach(Written::erased);
        Written.awaitErased(everybody);
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("country in ('IS', 'FO') or device = 'tablet'") == 0);
    }

    @Test
    void whatPeopleOfACountryDealWithLeadsItsTrendsAndIsSaidInTheirWords() {
        views("bike-7", ENOUGH, context("IS", DeviceClass.TABLET), Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);
        views("tea-0", ENOUGH - 1, context("FO", DeviceClass.APP), Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

        await().atMost(COUNTED_ANEW)
                .untilAsserted(() -> trending(Map.of("country", "is"))
                        .body("items[0].productId", is("bike-7"))
                        .body("items[0].reason.code", is("popular-in-country"))
                        .body("items[0].reason.text", is("Popular in Iceland")));
        trending(Map.of("country", "IS", "locale", "zh")).body("items[0].reason.text", is("冰岛的热门商品"));
        given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/subjects/" + everybody.getFirst() + "/export")
                .then()
                .body("sections.find { it.name == 'interactions' }.records[0].country", is("IS"))
                .body("sections.find { it.name == 'interactions' }.records[0].device", is("tablet"));
        trending(Map.of("country", "FO"))
                .body("notes.why", hasItem("NOT_USED"), "notes.text", hasItem(containsString("Too few people")));
        TrainedShop.recommend(Map.of("context", Map.of("country", "IS", "device", "tablet")))
                .body("notes.why", not(hasItem("NOT_USED")));
        TrainedShop.recommend(Map.of("context", Map.of("country", "FO", "weather", "rain")))
                .body("notes.findAll { it.why == 'NOT_USED' }.size()", is(2));
        TrainedShop.recommend(Map.of("subject", Written.person(), "context", Map.of("country", "IS")))
                .body("reason", is("NO_CONSENT"))
                .body("notes.text", hasItem(containsString("Without consent")));
    }

    @Test
    void theCountryOfAnEventThatMayBeLearnedFromOnlyIsNotKept() throws SQLException {
        views("tea-1", 1, context("IS", DeviceClass.TABLET), Purpose.MODEL_TRAINING);

        await().until(() -> rows("device = 'tablet'") == 1);

        assertThat(rows("country = 'IS'")).isZero();
    }

    @Test
    void aCountryOrADeviceThatIsNoneIsRefusedByItsField() {
        TrainedShop.make();
        refused("/v1/recommendations/trending", Map.of("country", "Iceland")).body("errors.field", hasItem("country"));
        refused("/v1/recommendations", Map.of("context", Map.of("device", "toaster")))
                .body("errors.field", hasItem("context.device"));
        refused("/v1/recommendations/similar", Map.of("productIds", List.of("tea-1"), "country", "IS"))
                .body("errors.field", hasItem("country"));
    }

    private static Context context(String country, DeviceClass device) {
        return Context.newBuilder().setCountry(country).setDeviceClass(device).build();
    }

    private void views(String product, int people, Context context, Purpose... granted) {
        for (String person : Written.willingPeople(people)) {
            everybody.add(person);
            ShopEvent.Builder event = Written.newEvent(person, EventType.PRODUCT_VIEW, product)
                    .setContext(context)
                    .clearGrantedPurposes();
            List.of(granted).forEach(event::addGrantedPurposes);
            Written.writes(event);
        }
    }

    private long rows(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from interaction where " + condition)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static ValidatableResponse trending(Map<String, Object> request) {
        return post("/v1/recommendations/trending", request).statusCode(200);
    }

    private static ValidatableResponse refused(String path, Map<String, Object> request) {
        return post(path, request).statusCode(400);
    }

    private static ValidatableResponse post(String path, Map<String, Object> request) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(request)
                .post(path)
                .then();
    }
}
