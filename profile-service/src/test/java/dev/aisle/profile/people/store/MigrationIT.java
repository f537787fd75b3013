package dev.aisle.profile.people.store;

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

/** Profiles that were sums become people whose versions go on; the log is read anew. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class MigrationIT {
    private static final String SCHEMA = "before_people";

    @Inject
    AgroalDataSource database;

    @Test
    void versionsAndSegmentsGoOnAndNothingIsFolded() throws SQLException {
        migrateTo("1");
        run(
                "insert into before_people.profile values ('a', 7, now() - interval '90 days', now(), 1, '{}', false, true)",
                "insert into before_people.profile values ('b', 2, now() - interval '3 days', now(), 0, '{}', true, false)",
                "insert into before_people.folded_offset values (gen_random_uuid(), 0, 42)");

        migrateTo("2");

        assertThat(texts("select pseudonym || ' ' || version from before_people.person order by 1"))
                .containsExactly("a 7", "b 2");
        assertThat(texts("select pseudonym || ' ' || segment_id from before_people.built_in_segment order by 1"))
                .containsExactly("a buyer", "b new-visitor");
        assertThat(texts("select next_offset::text from before_people.folded_offset"))
                .isEmpty();
        run("drop schema before_people cascade");
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
