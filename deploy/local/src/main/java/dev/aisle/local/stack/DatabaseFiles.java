package dev.aisle.local.stack;

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
}
