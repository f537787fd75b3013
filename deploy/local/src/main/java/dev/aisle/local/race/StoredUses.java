package dev.aisle.local.race;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many events of a person the services have used in silence, as their tables tell. */
final class StoredUses implements AutoCloseable {
    private final Connection profiles;
    private final Connection interactions;
    private final Connection campaigns;

    StoredUses(PortPlan ports) {
        profiles = connect(ports, "profile");
        interactions = connect(ports, "recommender");
        campaigns = connect(ports, "campaign");
    }

    private static Connection connect(PortPlan ports, String database) {
        try {
            return DriverManager.getConnection(ports.jdbc(database), database, database);
        } catch (SQLException e) {
            throw new CommandFailure("The tables of " + database + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Of one person at one moment.
     *
     * @param folds how often events were added to the profile; those of one batch count once
     */
    record Count(long folds, long interactions, long footprints) {}

    Count of(String pseudonym) {
        return new Count(
                number(profiles, "select coalesce(sum(changes), 0) from person_events where pseudonym = ?", pseudonym),
                number(interactions, "select count(*) from interaction where pseudonym = ?", pseudonym),
                number(campaigns, "select count(*) from person_item where pseudonym = ?", pseudonym));
    }

    private static long number(Connection connection, String query, String pseudonym) {
        synchronized (connection) {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, pseudonym);
                try (ResultSet found = statement.executeQuery()) {
                    return found.next() ? found.getLong(1) : 0;
                }
            } catch (SQLException e) {
                throw new CommandFailure("A table can't be read: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        for (Connection connection : new Connection[] {profiles, interactions, campaigns}) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new CommandFailure("A connection can't be closed: " + e.getMessage(), e);
            }
        }
    }
}
