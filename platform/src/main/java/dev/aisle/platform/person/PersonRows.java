package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.platform.consent.RefusedPeople;
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
import java.time.Instant;
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
    private final List<PersonHook> hooks;
    private final List<DataMap.Place> tables;
    private final UnheldRows unheld;

    PersonRows(
            AgroalDataSource dataSource,
            @All List<PersonHook> hooks,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.hooks = List.copyOf(hooks);
        this.tables = DataMap.tablesOf(service).stream()
                .filter(place ->
                        place.fields().stream().anyMatch(field -> field.name().equals(PSEUDONYM)))
                .toList();
        this.unheld = new UnheldRows(tables, this.hooks);
    }

    /** Erases a person for good; how much of what there was. Done again, there is nothing left. */
    @Transactional
    public Map<String, Long> erase(String pseudonym) {
        hooks.forEach(hook -> hook.fence(pseudonym));
        try (Connection connection = dataSource.getConnection()) {
            // Before the service's own part, which may have to tell others that the person is gone.
            delete(connection, "outbox", NEWS + "record_key", pseudonym);
            Map<String, Long> removed = new HashMap<>();
            hooks.forEach(hook -> removed.putAll(hook.remove(pseudonym)));
            long others = deleteLeft(connection, pseudonym);
            if (others > 0) {
                removed.put("otherRows", others);
            }
            delete(connection, SUCCESSORS, PSEUDONYM, pseudonym);
            delete(connection, SUCCESSORS, "successor", pseudonym);
            return removed;
        } catch (SQLException e) {
            throw new StorageException("A person could not be erased", e);
        }
    }

    /** Those of whom there are rows that no purpose has held for the term. */
    Set<String> unheld(RefusedPeople refused, Instant now) {
        return hooks.isEmpty() ? Set.of() : read(connection -> unheld.people(connection, refused, now));
    }

    /**
     * Removes the rows that no purpose has held for the term, table by table. What is only necessary stays for its own period, and what is
     * necessary as well goes when it is older than the term: somebody who refuses everything may be in the middle of a conversation.
     */
    @Transactional
    public Map<String, Long> forget(String pseudonym, RefusedPeople refused, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            return unheld.remove(connection, pseudonym, refused, now);
        } catch (SQLException e) {
            throw new StorageException("Rows that no purpose holds could not be removed", e);
        }
    }

    /** Removes what is left under a pseudonym whose person stands under another one now. */
    @Transactional
    public void leave(String pseudonym) {
        hooks.forEach(hook -> hook.leave(pseudonym));
        try (Connection connection = dataSource.getConnection()) {
            deleteLeft(connection, pseudonym);
        } catch (SQLException e) {
            throw new StorageException("What a person left behind could not be removed", e);
        }
    }

    private long deleteLeft(Connection connection, String pseudonym) throws SQLException {
        long rows = 0;
        for (DataMap.Place place : tables) {
            if (goes(place.holding())) {
                rows += delete(connection, place.holding().getTable(), PSEUDONYM, pseudonym);
            }
        }
        return rows;
    }

    private static boolean goes(Holding holding) {
        return holding.getOutlivesErasure().isEmpty() && !holding.getTable().equals(SUCCESSORS);
    }

    /** Those pseudonyms in any of the tables for which the question is answered with yes. */
    public Set<String> pseudonyms(Predicate<String> wanted) {
        return read(connection -> {
            Set<String> found = new TreeSet<>();
            for (DataMap.Place place : tables) {
                collect(connection, place.holding().getTable(), wanted, found);
            }
            return found;
        });
    }

    private interface Reading {
        Set<String> of(Connection connection) throws SQLException;
    }

    private Set<String> read(Reading reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Set<String> found = reading.of(connection);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new StorageException("The tables of persons could not be read", e);
        }
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
