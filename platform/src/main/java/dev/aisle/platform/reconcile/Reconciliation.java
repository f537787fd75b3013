package dev.aisle.platform.reconcile;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/**
 * By what is compared.
 *
 * @param brokers how a client of Kafka reaches them
 * @param window how far back it looks
 * @param mostEvents how many events are held at a time: of as many people as have so many
 */
public record Reconciliation(Map<String, Object> brokers, Duration window, int mostEvents) {
    public Reconciliation {
        brokers = Map.copyOf(brokers);
    }

    /**
     * Where a database is, and who reads it.
     *
     * @param name {@code profile}, {@code recommender} or {@code campaign}
     */
    public record Database(String name, String jdbcUrl, String user, String password) {}

    /**
     * Compares a database with the refined events.
     *
     * @param keys that wrap people's keys for the log
     * @throws CannotCompare when it can't be told whether something differs
     */
    public Report database(Database database, MasterKeys keys) {
        if (!CompareDatabase.knows(database.name())) {
            throw new CannotCompare("there is no database of events named \"" + database.name() + "\".");
        }
        try (var log = new LogReader(brokers);
                var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            return new CompareDatabase(log, keys, window, mostEvents).compare(database.name(), connection);
        } catch (SQLException e) {
            throw new CannotCompare("the database says: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new CannotCompare("the broker can't be asked: " + e.getMessage(), e);
        }
    }

    /**
     * Compares what the door acknowledged with the refined events.
     *
     * @throws CannotCompare when it can't be told whether something differs
     */
    public Report door() {
        try (var log = new LogReader(brokers)) {
            return new CompareDoor(log, window, mostEvents).compare();
        } catch (KafkaException e) {
            throw new CannotCompare("the broker can't be asked: " + e.getMessage(), e);
        }
    }
}
