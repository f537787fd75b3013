package dev.aisle.profile.people.store;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The events of people by month. In the caller's transaction, or on its own when there is none. */
@ApplicationScoped
public class ChunkRepository {
    private static final String FIND =
            "select pseudonym, month, events, changes from person_events where pseudonym = any(?) and month >= ?";
    private static final String WRITE = """
            insert into person_events (pseudonym, month, events, changes)
            select * from unnest(?::text[], ?::timestamptz[], ?::bytea[], ?::bigint[])
            on conflict (pseudonym, month) do update set events = excluded.events, changes = excluded.changes
            where person_events.changes = excluded.changes - 1
            """;
    private static final String NAMES = """
            select pseudonym from (
                (select distinct e.pseudonym from person_events e where e.pseudonym > ? and e.month >= ? and e.month < ?
                    and not exists (select from browser b where b.pseudonym = e.pseudonym and b.known is not null)
                    order by e.pseudonym limit ?)
                union
                (select distinct b.known from browser b where b.known > ?
                    and exists (select from person_events e where e.pseudonym = b.pseudonym and e.month >= ? and e.month < ?)
                    order by b.known limit ?)) people
            order by pseudonym limit ?
            """;

    private final AgroalDataSource dataSource;

    ChunkRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The chunks of these people from a month on, in no order. */
    public List<Chunk> of(Collection<String> pseudonyms, Instant fromMonth) {
        if (pseudonyms.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            statement.setTimestamp(2, Timestamp.from(fromMonth));
            List<Chunk> found = new ArrayList<>();
            try (Packing packing = new Packing();
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(ChunkReader.chunk(
                            rows.getString(1),
                            rows.getTimestamp(2).toInstant(),
                            packing.unpack(rows.getBytes(3)),
                            rows.getLong(4)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("Events of people could not be read", e);
        }
    }

    /**
     * Writes chunks as they became from what was read.
     *
     * @throws ChangedMeanwhile when one isn't any more as it was read; nothing of it holds, the transaction rolls back
     */
    public void write(Collection<Chunk> chunks) {
        if (chunks.isEmpty()) {
            return;
        }
        List<Chunk> ordered = chunks.stream()
                .sorted(Comparator.comparing(Chunk::pseudonym).thenComparing(Chunk::month))
                .toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(WRITE)) {
            Object[] pseudonyms = ordered.stream().map(Chunk::pseudonym).toArray();
            Object[] months =
                    ordered.stream().map(chunk -> chunk.month().toString()).toArray();
            byte[][] events = packed(ordered);
            Object[] changes =
                    ordered.stream().map(chunk -> chunk.changes() + 1).toArray();
            statement.setArray(1, connection.createArrayOf("text", pseudonyms));
            statement.setArray(2, connection.createArrayOf("timestamptz", months));
            statement.setArray(3, connection.createArrayOf("bytea", events));
            statement.setArray(4, connection.createArrayOf("bigint", changes));
            int written = statement.executeUpdate();
            if (written < ordered.size()) {
                throw new ChangedMeanwhile(ordered.size() - written);
            }
        } catch (SQLException e) {
            throw new StorageException("Events of people could not be written", e);
        }
    }

    private static byte[][] packed(List<Chunk> chunks) {
        try (Packing packing = new Packing()) {
            return chunks.stream()
                    .map(chunk -> packing.pack(ChunkWriter.write(chunk)))
                    .toArray(byte[][]::new);
        }
    }

    /** Removes all of these people; how many months there were. */
    public long remove(Collection<String> pseudonyms) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from person_events where pseudonym = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Events of people could not be removed", e);
        }
    }

    /** The next people by pseudonym who have a chunk in these months, of a browser's events its only user. */
    public List<String> names(String after, Instant fromMonth, Instant until, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NAMES)) {
            for (int of = 0; of <= 4; of += 4) {
                statement.setString(of + 1, after);
                statement.setTimestamp(of + 2, Timestamp.from(fromMonth));
                statement.setTimestamp(of + 3, Timestamp.from(until));
                statement.setInt(of + 4, limit);
            }
            statement.setInt(9, limit);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new StorageException("People could not be read", e);
        }
    }
}
