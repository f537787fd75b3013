package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The database of the stack from its administrator's side. */
public final class DatabaseFiles {
    private static final String ADMIN = "postgres";

    private DatabaseFiles() {}

    /** One a service. */
    public static List<String> databases() {
        return Database.NAMES;
    }

    /** As the administrator. */
    public static Connection connect(PortPlan ports, String database) throws SQLException {
        return DriverManager.getConnection(ports.jdbc(database), ADMIN, ADMIN);
    }

    /** Where the server keeps its files. */
    public static Path folder(Layout layout) {
        return layout.data().resolve("postgres");
    }

    /** The version of the server that runs. */
    public static String serverVersion(Layout layout) {
        try (var connection = connect(layout.ports(), ADMIN);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SHOW server_version")) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new CommandFailure("The database does not tell its version: " + e.getMessage(), e);
        }
    }
}
