package dev.aisle.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.util.Timestamps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The pseudonym key is changed: the profile goes with the person. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PseudonymRotationIT {
    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    @Test
    void theProfileStandsUnderTheNewPseudonymAndLateEventsOfTheOldReachIt() throws SQLException {
        String before = "p1.k1." + UUID.randomUUID();
        String now = "p1.k2." + UUID.randomUUID();
        knownAs(before);
        view(before, "tea");
        awaitVersion(before, 1);

        moved(before, now);
        awaitVersion(now, 1);
        view(before, "ice");
        view(now, "jam");

        awaitVersion(now, 3);
        read(now).body("recentProducts", contains("jam", "ice", "tea"));
        read(before).statusCode(200).body("version", equalTo(3));
        assertThat(rowsOf(before)).isZero();
    }

    @Test
    void whatWasFoldedUnderTheNewPseudonymAlreadyIsJoined() throws SQLException {
        String before = "p1.k1." + UUID.randomUUID();
        String now = "p1.k2." + UUID.randomUUID();
        knownAs(before);
        knownAs(now);
        view(before, "tea");
        awaitVersion(before, 1);
        view(now, "ice");
        awaitVersion(now, 1);

        moved(before, now);

        awaitVersion(now, 2);
        read(now).body("counts.product_view", equalTo(2));
        assertThat(rowsOf(before)).isZero();
    }

    @Test
    void whenTheKeyIsRetiredNothingNamesTheOldPseudonym() {
        String before = "p1.k1." + UUID.randomUUID();
        String now = "p1.k2." + UUID.randomUUID();
        knownAs(before);
        view(before, "tea");
        awaitVersion(before, 1);
        moved(before, now);
        awaitVersion(now, 1);

        TestRecords.write(Topic.CONSENTS, before, null);

        await().until(() -> rows("select count(*) from pseudonym_successor where pseudonym = ?", before) == 0);
        await().untilAsserted(() -> read(before).statusCode(404));
        read(now).statusCode(200);
    }

    private int rowsOf(String person) throws SQLException {
        return rows("select count(*) from person where pseudonym = ?", person);
    }

    private int rows(String sql, String person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(sql)) {
            count.setString(1, person);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void knownAs(String person) {
        TestRecords.write(Topic.CONSENTS, person, granted(person).build().toByteArray());
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
    }

    /** What privacy-service writes when the person moves. */
    private void moved(String before, String now) {
        knownAs(now);
        ConsentState.Builder old = granted(before).setVersion(2).setSuccessor(now);
        TestRecords.write(Topic.CONSENTS, before, old.build().toByteArray());
        await().until(() -> consents.standing(before).equals(now));
    }

    private static ConsentState.Builder granted(String person) {
        return ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(1)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED));
    }

    private static void view(String person, String product) {
        ShopEvent event = ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setType(EventType.PRODUCT_VIEW)
                .setConsentVersion(1)
                .setOccurredAt(Timestamps.fromMillis(Instant.now().toEpochMilli()))
                .addItems(Item.newBuilder().setProductId(product).setCategory(product))
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .build();
        TestRecords.write(Topic.EVENTS, person, event.toByteArray());
    }

    private static void awaitVersion(String person, int version) {
        await().untilAsserted(() -> read(person).statusCode(200).body("version", equalTo(version)));
    }

    private static ValidatableResponse read(String person) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .get("/v1/profiles/{pseudonym}", person)
                .then();
    }
}
