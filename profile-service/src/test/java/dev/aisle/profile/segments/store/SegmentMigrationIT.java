package dev.aisle.profile.segments.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Who was in a segment before there were rules is still in it, and is looked at. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SegmentMigrationIT {
    private static final String SCHEMA = "before_segments";

    @Inject
    AgroalDataSource database;

    @Test
    void membershipsGoOnUnderTheRulesThatEveryShopHas() throws SQLException {
        migrateTo("2");
        run(
                "insert into before_segments.built_in_segment values ('a', 'buyer', null)",
                "insert into before_segments.built_in_segment values ('b', 'new-visitor', now() + interval '3 days')");

        migrateTo("10");

        assertThat(texts("select segment_id || ' ' || pseudonym from before_segments.segment_member order by 1"))
                .containsExactly("buyer a", "new-visitor b");
        assertThat(texts("select segment_id || ' ' || entered from before_segments.segment_day order by 1"))
                .containsExactly("buyer 1", "new-visitor 1");
        assertThat(texts("select pseudonym from before_segments.segment_due order by 1"))
                .containsExactly("a", "b");
        assertThat(texts("select segment_id from before_segments.segment_backfill where state = 'queued' order by 1"))
                .containsExactly("buyer", "new-visitor");
        run("drop schema before_segments cascade");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
