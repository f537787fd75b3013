package dev.aisle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class DatabaseWatchIT {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    Listener listener;

    @Singleton
    static class Listener {
        final List<DatabaseWentBack> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes DatabaseWentBack wentBack) {
            heard.add(wentBack);
        }
    }

    @Test
    void aCommittedRowThatIsGoneIsToldOnce() throws SQLException {
        awaitBeats(2);
        assertThat(listener.heard).isEmpty();

        run("delete from database_beat");

        await().untilAsserted(() -> assertThat(listener.heard).hasSize(1));
        awaitBeats(2);
        assertThat(listener.heard).extracting(DatabaseWentBack::sign).containsExactly(Sign.ROW);
    }

    @Test
    void aRoleWithoutRightsReadsWhichServerThisIs() throws SQLException {
        run("drop role if exists plain", "create role plain");

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role plain");
            try (ResultSet row = statement.executeQuery(
                    "select system_identifier, pg_walfile_name(pg_current_wal_lsn()) from pg_control_system()")) {
                assertThat(row.next()).isTrue();
            } finally {
                statement.execute("reset role");
            }
        }
    }

    /** Some looks later. */
    private void awaitBeats(int beats) throws SQLException {
        long before = beat();
        await().until(() -> beat() >= before + beats);
    }

    private long beat() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(beat), 0) from database_beat")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
