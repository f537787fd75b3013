package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.restore.ReapplyErasures;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A database of yesterday and a topic of now: what people have said since holds. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class NewerConsentsIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReapplyErasures reapply;

    @Test
    void aWithdrawalThatTheBackupLacksHoldsAndIsToldUnderAHigherVersion() throws SQLException {
        String pseudonym = grant(newCustomer());
        storefront().delete("/v1/consents/" + pseudonym + "/personalization").then();
        assertThat(Topics.consents(pseudonym, 2).getLast().getVersion()).isEqualTo(2);

        bringBackVersionOne(pseudonym);
        assertThat(version(pseudonym)).isEqualTo(1);
        reapply.reapply();

        assertThat(version(pseudonym)).isEqualTo(3);
        ConsentState told = Topics.consents(pseudonym, 3).getLast();
        assertThat(told.getVersion()).isEqualTo(3);
        assertThat(told.getDecisionsList())
                .singleElement()
                .satisfies(decision -> assertThat(decision.getStatus()).isEqualTo(ConsentStatus.WITHDRAWN));
        assertThat(told.getFencesList()).anyMatch(fence -> fence.getVersion() >= 2);
        // A backup takes the log back too; here it knows what is missing, and the other tests' log is whole.
        Calls.erase(pseudonym);
    }

    @Test
    void aGrantThatTheBackupLacksIsThereAgainWithItsKey() throws SQLException {
        String pseudonym = grant(newCustomer());
        ConsentState before = Topics.consents(pseudonym, 1).getLast();

        forget(pseudonym);
        reapply.reapply();

        ConsentState told = Topics.consents(pseudonym, 2).getLast();
        assertThat(told.getVersion()).isEqualTo(before.getVersion() + 1);
        assertThat(told.getDecisionsList()).isEqualTo(before.getDecisionsList());
        assertThat(told.getPayloadKeysList()).isEqualTo(before.getPayloadKeysList());
        Calls.erase(pseudonym);
    }

    @Test
    void aDatabaseThatWasNotPutBackIsLeftAsItIs() {
        String pseudonym = grant(newCustomer());
        Topics.consents(pseudonym, 1);

        reapply.reapply();

        assertThat(version(pseudonym)).isEqualTo(1);
    }

    private static int version(String pseudonym) {
        return Calls.read(pseudonym).extract().path("version");
    }

    private void bringBackVersionOne(String pseudonym) throws SQLException {
        update("delete from consent_version where version > 1 and pseudonym = ?", pseudonym);
        update("delete from consent_fence where pseudonym = ?", pseudonym);
    }

    private void forget(String pseudonym) throws SQLException {
        update("delete from consent_version where pseudonym = ?", pseudonym);
        update("delete from consent_fence where pseudonym = ?", pseudonym);
        update("delete from event_key where pseudonym = ?", pseudonym);
    }

    private void update(String sql, String pseudonym) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, pseudonym);
            statement.executeUpdate();
        }
    }
}
