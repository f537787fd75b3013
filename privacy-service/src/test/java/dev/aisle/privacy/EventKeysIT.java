package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.platform.sealing.SealingKeys;
import dev.aisle.privacy.OlderKey.Customer;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Which consent states carry a key for the log, and when it is gone. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class EventKeysIT {
    @Inject
    SealingKeys sealing;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "aisle.sealing.keys")
    List<String> configured;

    private static List<PayloadKey> keysOf(String pseudonym, int states) {
        return Topics.consents(pseudonym, states).getLast().getPayloadKeysList();
    }

    private Optional<SubjectKey> unwrapped(PayloadKey key) {
        return sealing.unwrap(
                new WrappedKey(key.getSealingKey(), key.getWrapped().toByteArray()));
    }

    private long rowsOf(String pseudonym) throws SQLException {
        try (var connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from event_key where pseudonym = ?")) {
            count.setString(1, pseudonym);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Test
    void whoGrantsHasAKeyAndKeepsItAsLongAsAnythingIsGranted() {
        String customer = Calls.newCustomer();
        String pseudonym = Calls.grant(customer);
        List<PayloadKey> first = keysOf(pseudonym, 1);

        Calls.say(customer, "analytics", "grant");
        Calls.say(customer, "personalization", "deny");

        assertThat(first).hasSize(1);
        assertThat(unwrapped(first.getFirst())).isPresent();
        assertThat(keysOf(pseudonym, 3)).isEqualTo(first);
    }

    @Test
    void whoGrantsNothingThatMessagesAreKeptForHasNone() {
        String customer = Calls.newCustomer();
        String pseudonym =
                Calls.say(customer, "personalization", "deny").extract().path("subject");
        Calls.say(customer, "ads_targeted", "grant");
        assertThat(keysOf(pseudonym, 2)).isEmpty();

        Calls.say(customer, "marketing_email", "grant");

        assertThat(keysOf(pseudonym, 3)).as("for the messages to be delivered").hasSize(1);
    }

    @Test
    void whoseGrantsHaveAllExpiredLosesItThoughNobodySaidAnything() throws SQLException {
        String customer = Calls.newCustomer();
        String pseudonym = Calls.grant(customer);
        assertThat(keysOf(pseudonym, 1)).hasSize(1);

        execute("alter table consent_statement disable trigger user");
        execute(
                "update consent_statement set expires_at = now() - interval '1 second' where version_id in"
                        + " (select id from consent_version where pseudonym = ?)",
                pseudonym);
        execute("alter table consent_statement enable trigger user");

        assertThat(keysOf(pseudonym, 2)).isEmpty();
        assertThat(rowsOf(pseudonym)).isZero();
        // The log knows that this row was changed by hand; the other tests' log is whole.
        Calls.erase(customer);
    }

    @Test
    void whoTakesEverythingBackLosesItAndGrantingAgainMakesAnother() throws SQLException {
        String customer = Calls.newCustomer();
        String pseudonym = Calls.grant(customer);
        List<PayloadKey> first = keysOf(pseudonym, 1);

        Calls.storefront()
                .delete("/v1/consents/" + pseudonym + "/personalization")
                .then()
                .statusCode(202);
        assertThat(keysOf(pseudonym, 2)).isEmpty();
        assertThat(rowsOf(pseudonym)).isZero();
        Calls.grant(customer);

        assertThat(keysOf(pseudonym, 3)).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void underARestrictionTheKeyWaitsHereAndIsToldAgainWhenItIsLifted() {
        String customer = Calls.newCustomer();
        String pseudonym = Calls.grant(customer);
        List<PayloadKey> first = keysOf(pseudonym, 1);

        String id = Calls.officer()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"restriction\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(keysOf(pseudonym, 2)).isEmpty();
        Calls.officer().delete("/v1/requests/" + id + "/restriction").then().statusCode(200);

        assertThat(keysOf(pseudonym, 3)).isEqualTo(first);
    }

    @Test
    void anErasureRemovesItAndSaysSo() throws SQLException {
        String customer = Calls.newCustomer();
        String pseudonym = Calls.grant(customer);

        String id = Calls.erase(customer);

        Calls.officer()
                .get("/v1/requests/" + id)
                .then()
                .statusCode(200)
                .body("receipts[0].removed.eventKeys", equalTo(1));
        assertThat(rowsOf(pseudonym)).isZero();
        ConsentState last = Topics.consents(pseudonym, 2).getLast();
        assertThat(last.getSuppressed()).isTrue();
        assertThat(last.getPayloadKeysList()).isEmpty();
    }

    @Test
    void itGoesWithThePersonToAnotherPseudonymAndBothStatesCarryIt() throws SQLException {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        List<PayloadKey> first = keysOf(customer.before(), 1);

        OlderKey.claim(customer.before(), customer.now());

        assertThat(keysOf(customer.now(), 1)).isEqualTo(first);
        assertThat(keysOf(customer.before(), 2)).isEqualTo(first);
        assertThat(rowsOf(customer.before())).isZero();
    }

    @Test
    void whoWasKnownUnderBothHasBothKeys() {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        Calls.say(customer.now(), "analytics", "grant");
        PayloadKey old = keysOf(customer.before(), 1).getFirst();
        PayloadKey own = keysOf(customer.now(), 1).getFirst();

        OlderKey.claim(customer.before(), customer.now());

        assertThat(keysOf(customer.now(), 2)).containsExactlyInAnyOrder(old, own);
    }

    @Test
    void whoGrantedBeforeThereWereKeysIsGivenOne() throws SQLException {
        String pseudonym = Calls.grant(Calls.newCustomer());
        long version = Topics.consents(pseudonym, 1).getLast().getVersion();
        execute("delete from event_key where pseudonym = ?", pseudonym);
        execute("update event_key_walk set finished_at = null, reached = ''");

        ConsentState again = Topics.consents(pseudonym, 2).getLast();

        assertThat(again.getVersion()).isEqualTo(version);
        assertThat(again.getPayloadKeysList()).hasSize(1);
    }

    @Test
    void aKeyThatAnOlderSealingKeyWrappedComesUnderTheActiveOneAndIsTheSame() throws SQLException {
        String pseudonym = Calls.grant(Calls.newCustomer());
        PayloadKey first = keysOf(pseudonym, 1).getFirst();
        WrappedKey older = new SealingKeys("s0", configured)
                .rewrap(new WrappedKey(first.getSealingKey(), first.getWrapped().toByteArray()))
                .orElseThrow();

        execute("update event_key set sealing_key = 's0', wrapped = ? where pseudonym = ?", older.bytes(), pseudonym);

        PayloadKey renewed = keysOf(pseudonym, 2).getFirst();
        assertThat(renewed).isEqualTo(first);
        await().untilAsserted(() -> assertThat(rowsOf(pseudonym)).isEqualTo(1));
    }
}
