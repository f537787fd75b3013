package dev.aisle.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The weekly job at a database whose owner is no administrator, as each service has one. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RewriteTablesIT {
    private static final String PERSON = "p1.test.erased-person-of-the-rewrite";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbc;

    private record Outcome(int code, String text) {}

    private Outcome run(String database, String... more) {
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbc.replace("/postgres?", "/" + database + "?"),
                "QUARKUS_DATASOURCE_USERNAME",
                database,
                "QUARKUS_DATASOURCE_PASSWORD",
                "secret",
                "AISLE_REWRITE_LOCK_WAIT_MILLIS",
                "100"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        var out = new ByteArrayOutputStream();
        int code = RewriteTables.run(
                new Settings(environment), List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8));
    }

    private Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection(jdbc.replace("/postgres?", "/" + database + "?"), "postgres", "postgres");
    }

    /** A database with rows of a person that were deleted and vacuumed. */
    private void database(String name) throws SQLException {
        try (Connection connection = administrator("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password 'secret'");
            statement.execute("create database " + name + " owner " + name);
        }
        try (Connection connection =
                        DriverManager.getConnection(jdbc.replace("/postgres?", "/" + name + "?"), name, "secret");
                Statement statement = connection.createStatement()) {
            statement.execute("create table interaction (person text, what text)");
            statement.execute("create index on interaction (person)");
            statement.execute("insert into interaction select case when i % 3 = 0 then '" + PERSON
                    + "' else 'p1.test.who-stays-here' end, 'view ' || i from generate_series(1, 3000) i");
            statement.execute("analyze interaction");
            statement.execute("delete from interaction where person = '" + PERSON + "'");
            statement.execute("vacuum interaction");
        }
    }

    /** How many files of tables and indexes hold a text, by their raw bytes. */
    private long files(String database, String text) throws SQLException {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (var found = statement.executeQuery(
                    "select count(*) from pg_class where relkind in ('r', 'i') and relfilenode >= 0 and"
                            + " pg_relation_filepath(oid) is not null and (relnamespace = 'public'::regnamespace or"
                            + " relname like 'pg_statistic%') and position('" + text
                            + "'::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0")) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void nothingOfADeletedRowIsLeftInTheFiles() throws Exception {
        database("rewritten");
        assertThat(files("rewritten", PERSON)).as("after a vacuum").isPositive();

        // The server's own vacuum may be at a table.
        Outcome outcome = run("rewritten", "AISLE_REWRITE_LOCK_WAIT_MILLIS", "10000");

        assertThat(outcome.text()).contains("2 tables written anew, 0 left");
        assertThat(outcome.code()).isZero();
        assertThat(files("rewritten", PERSON)).isZero();
        assertThat(files("rewritten", "p1.test.who-stays-here")).isPositive();
    }

    @Test
    void aTableThatIsHeldOrTooLargeIsLeftAndNamed() throws Exception {
        database("busy");
        try (Connection reader = administrator("busy");
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from interaction");

            Outcome held = run("busy");

            assertThat(held.code()).isEqualTo(1);
            assertThat(held.text()).contains("left public.interaction: held by somebody, 5 times", "1 left");
            reader.rollback();
        }

        Outcome large = run("busy", "AISLE_REWRITE_LONGEST_LOCK_SECONDS", "0");

        assertThat(large.code()).isEqualTo(1);
        assertThat(large.text()).contains("left public.interaction: ", "0 tables written anew, 2 left");
        assertThat(run("busy").code()).isZero();
    }
}
