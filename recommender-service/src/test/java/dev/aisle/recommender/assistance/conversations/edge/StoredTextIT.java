package dev.aisle.recommender.assistance.conversations.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.StoredTexts;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What identifies a person is in no table, whoever typed it and wherever. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class StoredTextIT {
    private static final String EMAIL = "planted.cv@example.org";
    private static final String CARD = "4111 1111 1111 1111";
    private static final String TYPED = "My email is " + EMAIL + " and my card is " + CARD + ".";

    @Inject
    AgroalDataSource database;

    @Inject
    ConsentView consents;

    private static RequestSpecification staff(String role) {
        return given().auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    private String whoAllowsAnalytics() {
        String person = Written.person();
        Written.grants(person, 2, Purpose.ANALYTICS, Purpose.NECESSARY);
        await().atMost(Duration.ofSeconds(60)).until(() -> consents.allows(person, Purpose.ANALYTICS));
        return person;
    }

    private void says(@Nullable String subject) throws SQLException {
        Talk talk = Talk.of(subject, "en");
        for (String text : List.of(
                TYPED,
                "Where is my order? " + TYPED,
                "and for " + EMAIL + "?",
                "Show me kettles for " + EMAIL,
                "What about " + CARD + "?")) {
            talk.says(text).statusCode(201);
        }
        talk.page()
                .body(Map.of("helpful", false, "words", TYPED))
                .put("/v1/conversations/" + talk.id() + "/messages/2/feedback")
                .then()
                .statusCode(204);
        talk.page().post("/v1/conversations/" + talk.id() + "/person").then().statusCode(201);

        assertThat(StoredTexts.holding(database, EMAIL, CARD)).isEmpty();
        talk.read().body("messages[0].text", is("My email is [email] and my card is [card]."));
    }

    @Test
    void aConversationIsStoredMasked() throws SQLException {
        says(whoAllowsAnalytics());
    }

    @Test
    void aConversationOfSomebodyWithoutAnyConsentIsStoredMasked() throws SQLException {
        says(Written.person());
    }

    @Test
    void aConversationOfNobodyKnownIsStoredMasked() throws SQLException {
        says(null);
    }

    @Test
    void aReviewAndAnExampleAreStoredMasked() throws SQLException {
        staff(Role.STOREFRONT)
                .body(Map.of("text", TYPED, "locale", "en", "at", "2026-11-01T00:00:00Z"))
                .put("/v1/products/planted-1/reviews/r1")
                .then()
                .statusCode(204);
        staff(Role.MARKETER)
                .body(Map.of("text", TYPED, "locale", "en", "intent", "order_status"))
                .put("/v1/assistant/examples/planted-1")
                .then()
                .statusCode(201);

        assertThat(StoredTexts.holding(database, EMAIL, CARD)).isEmpty();
        staff(Role.MARKETER).delete("/v1/assistant/examples/planted-1").then().statusCode(204);
    }
}
