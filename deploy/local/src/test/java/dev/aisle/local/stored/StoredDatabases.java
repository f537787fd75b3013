package dev.aisle.local.stored;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The databases of the services on a real PostgreSQL, with their own migrations; each begins anew from what was put in first. */
public final class StoredDatabases implements AutoCloseable {
    static final List<String> NAMES = List.of("profile", "recommender", "campaign", "privacy");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final EmbeddedPostgres server;

    private StoredDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server and makes the databases. */
    public static StoredDatabases start() throws IOException, SQLException {
        var all = new StoredDatabases(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start());
        for (var name : NAMES) {
            all.execute("postgres", "create database " + right(name));
            Flyway.configure()
                    .dataSource(all.server.getDatabase("postgres", right(name)))
                    .locations(
                            "filesystem:" + ROOT.resolve("platform/src/main/resources/db/platform"),
                            "filesystem:" + ROOT.resolve(name + "-service/src/main/resources/db/migration"))
                    .load()
                    .migrate();
        }
        return all;
    }

    /** What every database of this name begins with from then on. */
    void putRight(String name, String sql) throws SQLException {
        execute(right(name), sql);
    }

    /** Every database as it was put right. */
    public void beginAnew() throws SQLException {
        for (var name : NAMES) {
            execute("postgres", "drop database if exists " + name + " with (force)");
            execute("postgres", "create database " + name + " template " + right(name));
        }
    }

    private static String right(String name) {
        return "right_" + name;
    }

    void execute(String name, String sql) throws SQLException {
        try (var connection = open(name);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public Connection open(String name) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", name));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
