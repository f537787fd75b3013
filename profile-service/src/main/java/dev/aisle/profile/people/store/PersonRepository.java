package dev.aisle.profile.people.store;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.TreeSet;

/** Who is known, and the version of each. In the caller's transaction. */
@ApplicationScoped
public class PersonRepository {
    private static final String TOUCH = """
            insert into person (pseudonym, version, last_at)
            select * from unnest(?::text[], ?::bigint[], ?::timestamptz[])
            on conflict (pseudonym) do update set version = person.version + excluded.version,
                last_at = greatest(person.last_at, excluded.last_at)
            returning pseudonym, version
            """;
    private static final String RAISE = """
            update person set version = version + 1 where pseudonym in (
                select pseudonym from person where pseudonym = any(?) order by pseudonym for update)
            returning pseudonym, version
            """;
    private static final String AT_LEAST = "update person set version = greatest(version, ?) where pseudonym = ?";

    private final AgroalDataSource dataSource;

    PersonRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What happens to a person.
     *
     * @param steps by how much the version grows, at least 1
     * @param lastAt of the newest event, or the moment of the change
     */
    public record Touch(String pseudonym, long steps, Instant lastAt) {}

    /**
     * Locks people in the order of their pseudonyms, those who are new as well, and raises their versions.
     *
     * @param touches by pseudonym, in its order, each once
     */
    public Map<String, Long> touch(SequencedCollection<Touch> touches) {
        if (touches.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TOUCH)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", touches.stream().map(Touch::pseudonym).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", touches.stream().map(Touch::steps).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "timestamptz",
                            touches.stream()
                                    .map(touch -> touch.lastAt().toString())
                                    .toArray()));
            return versions(statement);
        } catch (SQLException e) {
            throw new StorageException("People could not be written", e);
        }
    }

    /** Locks those who are known and gives each the next version. */
    public Map<String, Long> raise(Collection<String> pseudonyms) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RAISE)) {
            statement.setArray(1, connection.createArrayOf("text", new TreeSet<>(pseudonyms).toArray()));
            return versions(statement);
        } catch (SQLException e) {
            throw new StorageException("Versions of people could not be raised", e);
        }
    }

    /** The versions of those who are known. */
    public Map<String, Long> versions(Collection<String> pseudonyms) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select pseudonym, version from person where pseudonym = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            return versions(statement);
        } catch (SQLException e) {
            throw new StorageException("Versions of people could not be read", e);
        }
    }

    /** Sees to it that a version isn't below another one. */
    public void atLeast(String pseudonym, long version) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(AT_LEAST)) {
            statement.setLong(1, version);
            statement.setString(2, pseudonym);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The version of a person could not be raised", e);
        }
    }

    /** Removes people; how many were known. */
    public long remove(List<String> pseudonyms) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from person where pseudonym = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("People could not be removed", e);
        }
    }

    private static Map<String, Long> versions(PreparedStatement statement) throws SQLException {
        Map<String, Long> versions = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return versions;
    }
}
