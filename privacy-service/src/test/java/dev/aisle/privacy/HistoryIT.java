package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class HistoryIT {
    @Inject
    AgroalDataSource dataSource;

    @ParameterizedTest
    @ValueSource(
            strings = {"update consent_version set method = 'forged'", "update consent_statement set status = 'grant'"})
    void theDatabaseRefusesToRewriteHistory(String forgery) {
        grant(newCustomer());

        assertThatThrownBy(() -> execute(forgery)).hasMessageContaining("is append-only");
    }

    @Test
    void aLongHistoryComesInPages() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        for (int i = 0; i < 104; i++) {
            say(customer, i % 2 == 0 ? "analytics" : "model_training", "grant");
        }

        int next = officer()
                .get("/v1/consents/" + pseudonym + "/history")
                .then()
                .body("entries", hasSize(100))
                .extract()
                .path("next");

        officer()
                .get("/v1/consents/" + pseudonym + "/history?after=" + next)
                .then()
                .body("entries", hasSize(5))
                .body("entries[4].state.version", equalTo(105))
                .body("next", nullValue());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
