package dev.aisle.platform.identity;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pseudonyms whose rows were moved. Written in the transaction that moves them, and asked in each that writes rows of a person: a row
 * under an old pseudonym isn't born behind the move.
 */
@ApplicationScoped
public class Successors {
    private static final long LOCK = 0x737563636573L;
    private static final String FIND = "select pseudonym, successor from pseudonym_successor where pseudonym = any(?)";

    private final AgroalDataSource dataSource;

    Successors(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of the pseudonyms that have a successor, with it; no other gets one until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> among(Collection<String> pseudonyms) {
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, "select pg_advisory_xact_lock_shared(?)");
            return find(connection, pseudonyms);
        } catch (SQLException e) {
            throw new StorageException("The successors could not be read", e);
        }
    }

    /** Under which pseudonym this person stands; certain for whoever keeps moves away by a lock of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String standing(String pseudonym) {
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, List.of(pseudonym)).getOrDefault(pseudonym, pseudonym);
        } catch (SQLException e) {
            throw new StorageException("The successor could not be read", e);
        }
    }

    /** Notes a move once all who write have ended; whoever moved to the old pseudonym moves on as well. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Succession succession) {
        try (Connection connection = dataSource.getConnection()) {
            lock(connection, "select pg_advisory_xact_lock(?)");
            update(
                    connection,
                    "update pseudonym_successor set successor = ? where successor = ?",
                    succession.successor(),
                    succession.pseudonym());
            update(
                    connection,
                    "insert into pseudonym_successor (successor, pseudonym) values (?, ?)"
                            + " on conflict (pseudonym) do update set successor = excluded.successor",
                    succession.successor(),
                    succession.pseudonym());
        } catch (SQLException e) {
            throw new StorageException("The successor could not be written", e);
        }
    }

    /** The older pseudonyms of a person. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> predecessorsOf(String pseudonym) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "select pseudonym from pseudonym_successor where successor = ? order by pseudonym")) {
            find.setString(1, pseudonym);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("The predecessors could not be read", e);
        }
    }

    /** Forgets that an erased pseudonym had another one, or was another's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String pseudonym) {
        try (Connection connection = dataSource.getConnection()) {
            update(
                    connection,
                    "delete from pseudonym_successor where pseudonym = ? or successor = ?",
                    pseudonym,
                    pseudonym);
        } catch (SQLException e) {
            throw new StorageException("The successor could not be removed", e);
        }
    }

    private static Map<String, String> find(Connection connection, Collection<String> pseudonyms) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            Map<String, String> found = new HashMap<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    private static void update(Connection connection, String sql, String first, String second) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, first);
            update.setString(2, second);
            update.executeUpdate();
        }
    }
}
