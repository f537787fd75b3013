package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from the programmes inside a Maven artefact, one database for each service that has one. */
final class Database implements Blueprint {
    static final List<String> NAMES = List.of("profile", "recommender", "campaign", "privacy");
    private static final String ADMIN = "postgres";
    private final Layout layout;
    private final DatabaseProgrammes programmes;
    private final Map<String, String> settings;

    Database(Layout layout) {
        this(layout, Tuning.SMALL);
    }

    /** With settings of its own, the tuning's environment. */
    Database(Layout layout, Tuning tuning) {
        this.layout = layout;
        this.programmes = new DatabaseProgrammes(layout);
        this.settings = tuning.environment();
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public Path artifact() {
        return layout.project();
    }

    @Override
    public void prepare() {
        programmes.unpack();
        if (!Files.exists(folder().resolve("PG_VERSION"))) {
            initialise();
        }
    }

    private void initialise() {
        var password = layout.conf().resolve("postgres.password");
        try {
            Files.createDirectories(layout.conf());
            Files.createDirectories(folder().getParent());
            Files.writeString(password, ADMIN);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare PostgreSQL's folder " + folder(), e);
        }
        var command = programmes.command(
                "initdb",
                "--pgdata=" + folder(),
                "--username=" + ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync");
        Programme.run(new Launch(command, Map.of(), layout.home(), layout.log(Part.POSTGRES)), "create the database");
    }

    @Override
    public Launch launch() {
        var usual = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + layout.ports().of(Part.POSTGRES),
                "unix_socket_directories=",
                "max_connections=120",
                "shared_buffers=64MB",
                // A recycled file of the write-ahead log keeps what was in it: each is a new one, and few are kept.
                "wal_recycle=off",
                "wal_init_zero=off",
                "min_wal_size=32MB",
                // A message of an error tells no values of a row: a pseudonym would stand in the log.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                // A crash of the machine may cost the last half second: what is local is rebuilt from the log.
                "synchronous_commit=off");
        var arguments = new ArrayList<>(List.of("-D", folder().toString()));
        usual.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        var command = programmes.command("postgres", arguments.toArray(String[]::new));
        return new Launch(command, Map.of(), layout.home(), layout.log(Part.POSTGRES));
    }

    @Override
    public boolean ready() {
        if (Ports.free(layout.ports().of(Part.POSTGRES))) {
            return false;
        }
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void provision() {
        try (var connection = connect()) {
            for (var name : NAMES) {
                provision(connection, name);
            }
        } catch (SQLException e) {
            throw new CommandFailure("The databases could not be created: " + e.getMessage(), e);
        }
    }

    /** The names are ours, from the list above: no input reaches these statements. */
    private static void provision(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
    }

    private Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(3);
        return DriverManager.getConnection(layout.ports().jdbc(ADMIN), ADMIN, ADMIN);
    }

    private Path folder() {
        return layout.data().resolve("postgres");
    }
}
