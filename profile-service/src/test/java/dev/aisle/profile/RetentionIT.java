package dev.aisle.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.platform.retention.Retention;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.DataMapRules;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long rows of persons stay, and that no table of persons was forgotten. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RetentionIT {
    private static final String OLD = "retention-" + RetentionIT.class.getPackageName();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Retention retention;

    @Test
    void everyTableOfPersonsIsInTheDataMap() throws SQLException {
        DataMapRules.check("profile-service", dataSource);
    }

    @Test
    void whatIsOlderThanItsPeriodGoesAndTheRestStays() throws SQLException {
        handled(OLD, "36 days");
        handled(OLD + "-young", "34 days");

        assertThat(retention.enforce(Instant.now())).isPositive();

        assertThat(rows(OLD)).isZero();
        assertThat(rows(OLD + "-young")).isOne();
        given().auth()
                .oauth2(TestTokens.withRoles(Role.PRIVACY_OFFICER))
                .get("/v1/retention")
                .then()
                .statusCode(200)
                .body("tables.table", hasItem("processed_event"))
                .body("tables.find { it.table == 'processed_event' }.lastRun", notNullValue());
    }

    private void handled(String consumer, String ago) throws SQLException {
        execute("insert into processed_event values ('" + consumer + "', 'e', now() - interval '" + ago + "')");
    }

    private long rows(String consumer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from processed_event where consumer = '" + consumer + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
