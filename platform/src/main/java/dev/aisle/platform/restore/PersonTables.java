package dev.aisle.platform.restore;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tables of this service that have rows by pseudonym, as the contract lists them; names come from nowhere else. */
@Singleton
class PersonTables {
    private static final String PSEUDONYM = "pseudonym";
    private static final int FETCH = 10_000;
    /** An erasure that is under way when the service starts goes on: what is said about it still has to be sent. */
    private static final String NEWS = "topic <> all (array['%s', '%s', '%s']) and "
            .formatted(Topic.ERASURES.topicName(), Topic.ERASURE_RECEIPTS.topicName(), Topic.CONSENTS.topicName());

    private final AgroalDataSource dataSource;
    private final List<DataMap.Place> tables;

    PersonTables(AgroalDataSource dataSource, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.tables = DataMap.tablesOf(service).stream()
                .filter(place ->
                        place.fields().stream().anyMatch(field -> field.name().equals(PSEUDONYM)))
                .toList();
    }

    /** Those pseudonyms in any of them for which the question is answered with yes. */
    Set<String> pseudonyms(Predicate<String> wanted) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (DataMap.Place place : tables) {
                collect(connection, place.holding().getTable(), wanted, found);
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new StorageException("The tables of persons could not be read", e);
        }
        return found;
    }

    private static void collect(Connection connection, String table, Predicate<String> wanted, Set<String> found)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct pseudonym from " + table + " where pseudonym is not null")) {
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String pseudonym = rows.getString(1);
                    if (!ErasureMarks.isMark(pseudonym) && wanted.test(pseudonym)) {
                        found.add(pseudonym);
                    }
                }
            }
        }
    }

    /** Removes every row of a pseudonym, also news of it on their way to a topic; rows that outlive an erasure stay. */
    long remove(String pseudonym) {
        long removed = 0;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (DataMap.Place place : tables) {
                if (place.holding().getOutlivesErasure().isEmpty()) {
                    removed += delete(connection, place.holding().getTable(), PSEUDONYM, pseudonym);
                }
            }
            removed += delete(connection, "pseudonym_successor", "successor", pseudonym);
            removed += delete(connection, "outbox", NEWS + "record_key", pseudonym);
            connection.commit();
        } catch (SQLException e) {
            throw new StorageException("The rows of an erased person could not be removed", e);
        }
        return removed;
    }

    private static long delete(Connection connection, String table, String condition, String pseudonym)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + condition + " = ?")) {
            delete.setString(1, pseudonym);
            return delete.executeUpdate();
        }
    }
}
