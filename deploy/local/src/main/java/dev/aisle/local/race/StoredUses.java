package dev.aisle.local.race;

import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.PortPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How many events of a person the services have used in silence, as their tables tell; a database that is away is waited for. */
final class StoredUses implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Tables profiles;
    private final Tables interactions;
    private final Tables campaigns;
    private final Duration forgottenWithin;

    /**
     * Counts in the databases behind these ports.
     *
     * @param forgottenWithin how soon footprints are forgotten again that came back with an older database; nothing where none does
     */
    StoredUses(PortPlan ports, Duration forgottenWithin) {
        this.forgottenWithin = forgottenWithin;
        profiles = new Tables(ports, "profile");
        interactions = new Tables(ports, "recommender");
        campaigns = new Tables(ports, "campaign");
    }

    /**
     * Of one person at one moment.
     *
     * @param folds how often events were added to the profile; those of one batch count once
     */
    record Count(long folds, long interactions, long footprints) {}

    Count of(String pseudonym) {
        return new Count(
                profiles.number("select coalesce(sum(changes), 0) from person_events where pseudonym = ?", pseudonym),
                interactions.number("select count(*) from interaction where pseudonym = ?", pseudonym),
                campaigns.number("select count(*) from person_item where pseudonym = ?", pseudonym));
    }

    /** The same, once there are at most so many footprints or those that came back had their time to go. */
    Count of(String pseudonym, long mostFootprints) {
        long until = System.nanoTime() + forgottenWithin.toNanos();
        Count now = of(pseudonym);
        while (now.footprints() > mostFootprints && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            now = of(pseudonym);
        }
        return now;
    }

    /** One database, and the connection to it that holds. */
    private static final class Tables {
        private final PortPlan ports;
        private final String database;
        private @Nullable Connection connection;

        Tables(PortPlan ports, String database) {
            this.ports = ports;
            this.database = database;
        }

        synchronized long number(String query, String pseudonym) {
            return Waiting.require(
                    PATIENCE,
                    BETWEEN,
                    () -> ask(query, pseudonym),
                    () -> "The tables of " + database + " can't be read.");
        }

        private Optional<Long> ask(String query, String pseudonym) {
            try {
                var open = connection;
                if (open == null) {
                    open = DriverManager.getConnection(ports.jdbc(database), database, database);
                    connection = open;
                }
                try (PreparedStatement statement = open.prepareStatement(query)) {
                    statement.setString(1, pseudonym);
                    try (ResultSet found = statement.executeQuery()) {
                        return Optional.of(found.next() ? found.getLong(1) : 0);
                    }
                }
            } catch (SQLException e) {
                close();
                return Optional.empty();
            }
        }

        synchronized void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                // It broke; there is nothing to close.
            }
            connection = null;
        }
    }

    @Override
    public void close() {
        List.of(profiles, interactions, campaigns).forEach(Tables::close);
    }
}
