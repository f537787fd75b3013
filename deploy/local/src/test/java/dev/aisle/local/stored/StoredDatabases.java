package dev.aisle.local.stored;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The databases of the services on a real PostgreSQL, with their own migrations; each begins anew from what was put in first. */
public final class StoredDatabases implements AutoCloseable {
    static final List<String> NAMES = List.of("profile", "recommender", "campaign", "privacy");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Comparator<Path> BY_VERSION = Comparator.comparing(
            file -> Arrays.stream(file.getFileName()
                            .toString()
                            .substring(1)
                            .split("__", 2)[0]
                            .split("_"))
                    .mapToInt(Integer::parseInt)
                    .toArray(),
            Arrays::compare);

    private final EmbeddedPostgres server;

    private StoredDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server and makes the databases. */
    public static StoredDatabases start() throws IOException, SQLException {
        var all = new StoredDatabases(
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
        for (var name : NAMES) {
            all.execute("postgres", "create database " + right(name));
            for (var migration : migrations(name)) {
                all.execute(right(name), Files.readString(migration));
            }
        }
        return all;
    }

    private static List<Path> migrations(String name) throws IOException {
        try (Stream<Path> shared = Files.list(ROOT.resolve("platform/src/main/resources/db/platform"));
                Stream<Path> own = Files.list(ROOT.resolve(name + "-service/src/main/resources/db/migration"))) {
            return Stream.concat(shared, own)
                    .filter(file -> file.toString().endsWith(".sql"))
                    .sorted(BY_VERSION)
                    .toList();
        }
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
