package dev.aisle.platform.provisioning;

import dev.aisle.contracts.ShopPrefix;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a service's database to the version of this image, before the service is rolled out; the service itself then runs with
 * {@code quarkus.flyway.migrate-at-start=false}. Several at once wait for each other; doing it twice changes nothing.
 */
public final class MigrateDatabase {
    /** As in each service's application.properties. */
    private static final List<String> LOCATIONS = List.of("db/platform", "db/migration");

    private MigrateDatabase() {}

    /** The job; {@code --dry-run} tells which migrations are missing. */
    public static void main(String... arguments) {
        System.exit(run(new Settings(System.getenv()), List.of(arguments), System.out));
    }

    static int run(Settings settings, List<String> arguments, PrintStream out) {
        try {
            Flyway flyway = flyway(settings).load();
            if (arguments.contains("--dry-run")) {
                for (var migration : flyway.info().pending()) {
                    out.printf("schema: would be applied: %s %s%n", migration.getVersion(), migration.getDescription());
                }
                return 0;
            }
            var result = flyway.migrate();
            keepToItsOwner(settings, ShopPrefix.shop());
            String version = result.targetSchemaVersion == null ? "as it was" : result.targetSchemaVersion;
            out.printf("schema: %d migrations applied, now %s%n", result.migrationsExecuted, version);
            return 0;
        } catch (JobFailure e) {
            out.println("schema: " + e.getMessage());
        } catch (FlywayException | SQLException e) {
            out.println("schema: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "));
        }
        return 1;
    }

    /** Where several shops share a PostgreSQL, nobody but the owner may come in: by itself every role of the server might. */
    static void keepToItsOwner(Settings settings, String shop) throws SQLException {
        if (shop.isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(
                        settings.need("quarkus.datasource.jdbc.url"),
                        settings.login("username"),
                        settings.login("password"));
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin execute format("
                    + "'revoke connect, temporary on database %I from public', current_database()); end $$");
        }
    }

    private static FluentConfiguration flyway(Settings settings) {
        return Flyway.configure()
                .dataSource(
                        settings.need("quarkus.datasource.jdbc.url"),
                        settings.login("username"),
                        settings.login("password"))
                .locations(LOCATIONS.stream()
                        .map(location -> "classpath:" + location)
                        .toArray(String[]::new))
                .outOfOrder(true)
                // A newer schema is no mistake: a version may be rolled back.
                .ignoreMigrationPatterns("*:missing", "*:future")
                .connectRetries(settings.number("aisle.schema.connect-retries", 10));
    }
}
