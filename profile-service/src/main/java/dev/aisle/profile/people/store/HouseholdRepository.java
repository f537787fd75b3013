package dev.aisle.profile.people.store;

import dev.aisle.platform.storage.StorageException;
import dev.aisle.profile.people.domain.Browser;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** People with the browsers that only they use, and the events of both, in one statement: as they were at one moment. */
@ApplicationScoped
public class HouseholdRepository {
    private static final String FIND = """
            with used as (
                select pseudonym, known, consent_version, last_at from browser where pseudonym = any(?)
                union
                select pseudonym, known, consent_version, last_at from browser where known = any(?))
            select pseudonym, known, consent_version, last_at, null::bytea from used
            union all
            select e.pseudonym, null, e.changes, e.month, e.events
                from (select unnest(?) as pseudonym union select pseudonym from used) named
                join person_events e on e.pseudonym = named.pseudonym and e.month >= ?
            """;

    private final AgroalDataSource dataSource;

    HouseholdRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In no order. */
    public record Found(List<Browser> browsers, List<Chunk> chunks) {}

    /** What stands under these pseudonyms and under those of their browsers, events from a month on. */
    public Found of(Collection<String> pseudonyms, Instant fromMonth) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (pseudonyms.isEmpty()) {
            return found;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            Array names = connection.createArrayOf("text", pseudonyms.toArray());
            statement.setArray(1, names);
            statement.setArray(2, names);
            statement.setArray(3, names);
            statement.setTimestamp(4, Timestamp.from(fromMonth));
            try (Packing packing = new Packing();
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    add(rows, packing, found);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("Events of people could not be read", e);
        }
    }

    private static void add(ResultSet row, Packing packing, Found found) throws SQLException {
        String pseudonym = row.getString(1);
        Instant at = row.getTimestamp(4).toInstant();
        byte[] events = row.getBytes(5);
        if (events == null) {
            found.browsers().add(new Browser(pseudonym, row.getString(2), row.getLong(3), at));
        } else {
            found.chunks().add(ChunkReader.chunk(pseudonym, at, packing.unpack(events), row.getLong(3)));
        }
    }
}
