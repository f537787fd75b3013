package dev.aisle.platform.storage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers which events a consumer has handled. Written in the caller's transaction, so that an event and its effect are
 * kept together or not at all.
 */
@ApplicationScoped
public class Ledger {
    private static final String INSERT = """
            insert into processed_event (consumer, event_id)
            select ?, id from unnest(?) as id
            on conflict do nothing
            returning event_id
            """;

    private final AgroalDataSource dataSource;

    Ledger(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this consumer sees the event for the first time; from now on it has seen it. */
    public boolean firstSeen(String consumer, String eventId) {
        return !firstSeen(consumer, List.of(eventId)).isEmpty();
    }

    /** Those of the events that this consumer sees for the first time; from now on it has seen them all. */
    public Set<String> firstSeen(String consumer, Collection<String> eventIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, consumer);
            insert.setArray(
                    2, connection.createArrayOf("text", Set.copyOf(eventIds).toArray()));
            Set<String> fresh = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getString(1));
                }
            }
            return fresh;
        } catch (SQLException e) {
            throw new StorageException("The ledger could not be written", e);
        }
    }
}
