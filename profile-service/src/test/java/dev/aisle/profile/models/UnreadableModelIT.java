package dev.aisle.profile.models;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.SmallPages;
import dev.aisle.profile.people.TestPeople;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that this version of the service can't read says so wherever it is missed, and hinders nothing else. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(SmallPages.class)
class UnreadableModelIT {
    private static final long VERSION = 1_000_000;

    @Inject
    AgroalDataSource database;

    @Inject
    ModelsInUse modelsInUse;

    @Inject
    ConsentView consents;

    @BeforeEach
    void aReadableOneOfCoupons() throws SQLException {
        enter("coupon", "{\"prior\":{\"a\":1,\"b\":3}}");
    }

    @AfterEach
    void thoseBefore() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from model where version = ?")) {
            delete.setLong(1, VERSION);
            delete.executeUpdate();
        }
        modelsInUse.renew();
    }

    @Test
    void aValueThatNeedsItSaysWhyItIsAbsentAndTheOthersAreThere() throws SQLException {
        String person = buyer();
        enter("lifetime", "{\"of\":\"a later version\"}");

        profile(person)
                .statusCode(200)
                .body("values.prediction", nullValue())
                .body("values.absent.prediction", containsString("can't be read by this version of the service"))
                .body("values.absent.life_stage", containsString("lifetime"))
                .body("values.coupons.sensitivity.value", notNullValue())
                .body("values.models", not(hasKey("lifetime")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifetime", "spend", "rfm", "replenishment", "forecast"})
    void whicheverItIsTheProfileAndTheOtherModelsAreRead(String kind) throws SQLException {
        String person = buyer();
        enter(kind, "[not even JSON");

        profile(person)
                .statusCode(200)
                .body("purchases", equalTo(1))
                .body("values.models.coupon", equalTo((int) VERSION))
                .body("values.coupons.sensitivity.value", notNullValue());
        String unreadable = "find { it.kind == '" + kind + "' }";
        given().auth()
                .oauth2(TestTokens.withRoles(Role.OPERATOR))
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body(unreadable + ".version", equalTo((int) VERSION))
                .body(unreadable + ".unreadable", containsString("can't be read"))
                .body("find { it.kind == 'coupon' }.version", notNullValue());
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'models' }.data." + kind, containsString("can't be read"));
        given().get("/q/metrics").then().body(containsString("aisle_models_unreadable 1.0"));
    }

    @Test
    void aKindThatOnlyALaterVersionKnowsIsLeftAlone() throws SQLException {
        String person = buyer();
        enter("telepathy", "{}");

        profile(person).statusCode(200).body("values.models", not(hasKey("telepathy")));
    }

    private String buyer() {
        String person = TestPeople.person();
        TestPeople.grants(person, 1, Purpose.PERSONALIZATION);
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
        TestPeople.send(TestPeople.view(person, "tea").setType(EventType.PURCHASE));
        await().untilAsserted(() -> profile(person).body("purchases", equalTo(1)));
        return person;
    }

    private static ValidatableResponse profile(String person) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/profiles/" + person)
                .then();
    }

    private void enter(String kind, String parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into model values (?, ?, now(), 100, ?, ?)")) {
            insert.setString(1, kind);
            insert.setLong(2, VERSION);
            insert.setString(3, parameters);
            insert.setObject(4, UUID.randomUUID());
            insert.executeUpdate();
        }
        modelsInUse.renew();
    }
}
