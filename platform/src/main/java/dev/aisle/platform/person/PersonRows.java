package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rows of persons in this service: the tables that the contract lists, and the service's own way to remove them. */
@ApplicationScoped
public class PersonRows {
    private static final String PSEUDONYM = "pseudonym";
    private static final String SUCCESSORS = "pseudonym_successor";
    private static final int FETCH = 10_000;
    /** What is said about an erasure itself still has to be sent. */
    private static final String NEWS = "topic <> all (array['%s', '%s', '%s']) and "
            .formatted(Topic.ERASURES.topicName(), Topic.ERASURE_RECEIPTS.topicName(), Topic.CONSENTS.topicName());

    private final AgroalDataSource dataSource;
    private final List<PersonEraser> erasers;
    private final List<DataMap.Place> tables;

    PersonRows(
            AgroalDataSource dataSource,
            @All List<PersonEraser> erasers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.erasers = List.copyOf(erasers);
        this.tables = DataMap.tablesOf(service).stream()
                .filter(place ->
                        place.fields().stream().anyMatch(field -> field.name().equals(PSEUDONYM)))
                .toList();
    }

    /** Erases a person for good; how much of what there was. Done again, there is nothing left. */
    @Transactional
    public Map<String, Long> erase(String pseudonym) {
        erasers.forEach(eraser -> eraser.fence(pseudonym));
        Map<String, Long> removed = forget(pseudonym);
        try (Connection connection = dataSource.getConnection()) {
            delete(connection, SUCCESSORS, PSEUDONYM, pseudonym);
            delete(connection, SUCCESSORS, "successor", pseudonym);
        } catch (SQLException e) {
            throw new StorageException("The successor of an erased person could not be removed", e);
        }
        return removed;
    }

    /** Removes what is held of somebody who may come again, and what was about to be told of them. */
    @Transactional
    public Map<String, Long> forget(String pseudonym) {
        try (Connection connection = dataSource.getConnection()) {
            // Before the service's own part, which may have to tell others that the person is gone.
            delete(connection, "outbox", NEWS + "record_key", pseudonym);
        } catch (SQLException e) {
            throw new StorageException("The news of a person could not be removed", e);
        }
        return remove(pseudonym);
    }

    /** Removes the rows of a pseudonym with all that belongs to it; rows that outlive an erasure stay. */
    @Transactional
    public Map<String, Long> remove(String pseudonym) {
        Map<String, Long> removed = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            erasers.forEach(eraser -> removed.putAll(eraser.remove(pseudonym)));
            long others = 0;
            for (DataMap.Place place : tables) {
                String table = place.holding().getTable();
                if (place.holding().getOutlivesErasure().isEmpty() && !table.equals(SUCCESSORS)) {
                    others += delete(connection, table, PSEUDONYM, pseudonym);
                }
            }
            if (others > 0) {
                removed.put("otherRows", others);
            }
        } catch (SQLException e) {
            throw new StorageException("The rows of a person could not be removed", e);
        }
        return removed;
    }

    /** Those pseudonyms in any of the tables for which the question is answered with yes. */
    public Set<String> pseudonyms(Predicate<String> wanted) {
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

    private static long delete(Connection connection, String table, String condition, String pseudonym)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + condition + " = ?")) {
            delete.setString(1, pseudonym);
            return delete.executeUpdate();
        }
    }
}
