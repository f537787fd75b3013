package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rows of persons in this service: they are erased, age, go with a purpose and move as the contract says of their tables. */
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
    private final Set<String> going;
    private final UnheldRows unheld;
    private final WithdrawnRows withdrawn;
    private final MovedRows moved;

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
        this.going = tables.stream()
                .map(DataMap.Place::holding)
                .filter(holding -> holding.getOutlivesErasure().isEmpty())
                .map(Holding::getTable)
                // Goes with an erasure alone, and by either of its columns.
                .filter(table -> !table.equals(SUCCESSORS))
                .collect(Collectors.toSet());
        this.withdrawn = new WithdrawnRows(tables);
        this.unheld = new UnheldRows(tables, withdrawn, this.hooks);
        this.moved = new MovedRows(tables);
    }

    /** Erases a person for good; how much of what there was. Done again, there is nothing left. */
    @Transactional
    public Map<String, Long> erase(String pseudonym) {
        hooks.forEach(hook -> hook.fence(pseudonym));
        return write("A person could not be erased", connection -> {
            // Before the hooks, which may have to tell others that the person is gone.
            delete(connection, "outbox", NEWS + "record_key", pseudonym);
            Map<String, Long> removed = end(connection, new Going(pseudonym, Going.Why.ERASURE, going));
            delete(connection, SUCCESSORS, PSEUDONYM, pseudonym);
            delete(connection, SUCCESSORS, "successor", pseudonym);
            return removed;
        });
    }

    /** Removes rows with what has to happen beside them; how many, by what a receipt calls them. */
    private Map<String, Long> end(Connection connection, Going going) throws SQLException {
        Map<String, Long> removed = new TreeMap<>();
        hooks.forEach(hook -> hook.going(going).forEach((what, count) -> removed.merge(what, count, Long::sum)));
        // What goes with another table's rows stands after it in the contract, and is counted before it is gone.
        for (DataMap.Place place : tables.reversed()) {
            Holding holding = place.holding();
            long rows = going.takes(holding.getTable())
                    ? delete(connection, holding.getTable(), PSEUDONYM, going.pseudonym())
                    : 0;
            if (rows > 0) {
                removed.merge(kind(holding), rows, Long::sum);
            }
        }
        return removed;
    }

    /** How a receipt calls what is held: by one word. */
    private static String kind(Holding holding) {
        return holding.getSection().replace(' ', '-');
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
        return write(
                "Rows that no purpose holds could not be removed",
                connection -> unheld.remove(connection, pseudonym, refused, now));
    }

    /**
     * Removes what was held by a purpose that this state of a person's consent refuses, or has refused before it was allowed again. Whoever stands under
     * another pseudonym took everything along, and before a second version there was nothing to take back.
     */
    @Transactional
    public void withdraw(ConsentState state) {
        Consent consent = Consent.of(state);
        if (state.getVersion() <= 1 || consent.successor().isPresent()) {
            return;
        }
        Instant now = Instant.now();
        String pseudonym = state.getPseudonym();
        Set<Purpose> refused = withdrawn.refused(consent, now);
        if (!refused.isEmpty()) {
            hooks.forEach(hook -> hook.withdrawn(pseudonym, refused, consent.version()));
        }
        List<WithdrawnRows.Rule> due = withdrawn.due(consent, now);
        Set<String> whole = due.stream()
                .filter(WithdrawnRows.Rule::deletesAll)
                .map(WithdrawnRows.Rule::table)
                .collect(Collectors.toSet());
        if (!whole.isEmpty()) {
            Going rows = new Going(pseudonym, Going.Why.WITHDRAWAL, whole);
            hooks.forEach(hook -> hook.going(rows));
        }
        if (!due.isEmpty()) {
            write("What a purpose held could not be removed", connection -> {
                WithdrawnRows.apply(connection, due, pseudonym, consent, now);
                return due.size();
            });
        }
    }

    /** Puts the rows of a person under another pseudonym, where they are merged with what is there, and removes what stays behind. */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(String pseudonym, String successor) {
        hooks.forEach(hook -> hook.move(pseudonym, successor));
        write("The rows of a person could not be moved", connection -> {
            moved.move(connection, pseudonym, successor);
            return end(connection, new Going(pseudonym, Going.Why.SUCCESSION, going));
        });
    }

    private interface Writing<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T write(String failure, Writing<T> writing) {
        try (Connection connection = dataSource.getConnection()) {
            return writing.of(connection);
        } catch (SQLException e) {
            throw new StorageException(failure, e);
        }
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
