package dev.aisle.platform.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Does once, for each restore by its name, what a service's database needs that was put back from a backup, before the service runs on it again: the
 * statements of {@code db/after-restore.sql} of the service. Doing it twice changes nothing.
 */
public final class AfterRestore {
    private static final String STATEMENTS = "db/after-restore.sql";

    private AfterRestore() {}

    /** The job; it runs after {@link MigrateDatabase}, which makes the table that remembers. */
    public static void main(String... arguments) {
        System.exit(run(new Settings(System.getenv()), List.of(arguments), System.out));
    }

    static int run(Settings settings, List<String> arguments, PrintStream out) {
        try {
            String name = settings.need("aisle.restore.name");
            try (Connection connection = DriverManager.getConnection(
                    settings.need("quarkus.datasource.jdbc.url"),
                    settings.login("username"),
                    settings.login("password"))) {
                out.println(
                        once(connection, name)
                                ? "restore: done what follows from the restore " + name
                                : "restore: of the restore " + name + " everything was done before");
            }
            return 0;
        } catch (JobFailure e) {
            out.println("restore: " + e.getMessage());
        } catch (SQLException e) {
            out.println("restore: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "));
        }
        return 1;
    }

    /**
     * Executes the statements unless they were executed for this restore; several at once wait for each other.
     *
     * @return whether this call executed them
     */
    public static boolean once(Connection connection, String restore) throws SQLException {
        connection.setAutoCommit(false);
        try (var remember =
                        connection.prepareStatement("insert into restored (name) values (?) on conflict do nothing");
                Statement statement = connection.createStatement()) {
            remember.setString(1, restore);
            boolean first = remember.executeUpdate() == 1;
            if (first) {
                statement.execute(statements());
            }
            connection.commit();
            return first;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static String statements() {
        try (InputStream in = AfterRestore.class.getClassLoader().getResourceAsStream(STATEMENTS)) {
            if (in == null) {
                throw new JobFailure("this image has no " + STATEMENTS + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JobFailure(STATEMENTS + " can't be read: " + e.getMessage());
        }
    }
}
