package dev.aisle.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** What holds for the retention of every service with a database. */
public final class RetentionRules {
    private RetentionRules() {}

    /**
     * Of the handled events, which are kept for 35 days, the older one goes and the younger one stays; the run is shown.
     *
     * @param enforce removes what is too old and answers how many rows that were
     */
    public static void check(DataSource dataSource, LongSupplier enforce) throws SQLException {
        String old = "retention-" + UUID.randomUUID();
        String young = "retention-" + UUID.randomUUID();
        handled(dataSource, old, "36 days");
        handled(dataSource, young, "34 days");

        assertThat(enforce.getAsLong()).isPositive();

        assertThat(rows(dataSource, old)).isZero();
        assertThat(rows(dataSource, young)).isOne();
        given().auth()
                .oauth2(TestTokens.withRoles("privacy-officer"))
                .get("/v1/retention")
                .then()
                .statusCode(200)
                .body("tables.table", hasItem("processed_event"))
                .body("tables.find { it.table == 'processed_event' }.lastRun", notNullValue());
    }

    private static void handled(DataSource dataSource, String consumer, String ago) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into processed_event values ('" + consumer + "', 'e', now() - interval '" + ago + "')");
        }
    }

    private static long rows(DataSource dataSource, String consumer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from processed_event where consumer = '" + consumer + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
