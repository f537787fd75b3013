package dev.aisle.local.proof;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.PortPlan;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a shop's weekly job does (docs/operations/erasure.md): writes every table anew without its dead rows, the statistics too, and
 * lets the write-ahead log of before go.
 */
final class Scrub {
    private Scrub() {}

    /** Scrubs every database of the stack. */
    static void run(PortPlan ports) {
        for (String database : DatabaseFiles.databases()) {
            try (Connection connection = DatabaseFiles.connect(ports, database);
                    var statement = connection.createStatement()) {
                statement.execute("VACUUM (FULL, ANALYZE)");
                statement.execute("VACUUM FULL pg_statistic");
            } catch (SQLException e) {
                throw new CommandFailure("The database " + database + " can't be scrubbed: " + e.getMessage(), e);
            }
        }
        try (Connection connection = DatabaseFiles.connect(ports, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            statement.execute("SELECT pg_switch_wal()");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new CommandFailure("The write-ahead log can't be ended: " + e.getMessage(), e);
        }
    }
}
