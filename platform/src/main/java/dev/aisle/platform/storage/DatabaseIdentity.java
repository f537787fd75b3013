package dev.aisle.platform.storage;

import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Which PostgreSQL this is: the cluster's identifier, and its timeline, which each promotion and each restore to a point in time raises.
 * Every role may read both unless an administrator has revoked it.
 */
record DatabaseIdentity(long system, String timeline) {
    /** The control file names the timeline of the last checkpoint; the name of the current WAL file begins with the one in force. */
    private static final String READ = """
            select system_identifier,
                case when not pg_is_in_recovery() then substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end
            from pg_control_system()
            """;

    private static final String DENIED = "42501";

    /** The one of a server that doesn't say it. */
    static final DatabaseIdentity UNKNOWN = new DatabaseIdentity(0, "");

    /** Reads it; empty while the server follows another one and takes nothing. An {@link #UNKNOWN} one when that is denied. */
    static Optional<DatabaseIdentity> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            row.next();
            String timeline = row.getString(2);
            return timeline == null ? Optional.empty() : Optional.of(new DatabaseIdentity(row.getLong(1), timeline));
        } catch (SQLException e) {
            if (DENIED.equals(e.getSQLState())) {
                return Optional.of(UNKNOWN);
            }
            throw e;
        }
    }

    /** What tells that the other one isn't simply the next moment of this one. */
    Optional<DatabaseWentBack> differs(DatabaseIdentity other) {
        if (system != other.system) {
            return Optional.of(new DatabaseWentBack(
                    Sign.SERVER, "system identifier was %d, is %d".formatted(system, other.system)));
        }
        return timeline.equals(other.timeline)
                ? Optional.empty()
                : Optional.of(new DatabaseWentBack(
                        Sign.TIMELINE, "timeline was %s, is %s".formatted(timeline, other.timeline)));
    }
}
