package dev.aisle.platform.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The sign of life that this process writes again and again. A row that is older than what was committed, or gone, proves that the database went back.
 * A commit whose answer was lost proves nothing: the row may be newer.
 */
final class DatabaseBeat {
    /** The first part sees the row as it was before the statement. */
    private static final String WRITE = """
            with before as (
                select beat from database_beat where process = ?
            ), written as (
                insert into database_beat (process, beat) values (?, ?)
                on conflict (process) do update set beat = excluded.beat, beaten_at = now()
            ), forgotten as (
                delete from database_beat where beaten_at < now() - interval '1 day' and process <> ?
            )
            select beat from before
            """;

    private final UUID process = UUID.randomUUID();
    private long next = 1;
    private long committed;

    /** Writes the next one; returns what was lost when the last one isn't there. */
    Optional<String> write(Connection connection) throws SQLException {
        long before = 0;
        long written = next++;
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setObject(1, process);
            statement.setObject(2, process);
            statement.setLong(3, written);
            statement.setObject(4, process);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    before = row.getLong(1);
                }
            }
        }
        long expected = committed;
        committed = written;
        return before >= expected
                ? Optional.empty()
                : Optional.of("sign of life %d of this process was committed, %s is there"
                        .formatted(expected, before == 0 ? "none" : String.valueOf(before)));
    }
}
