package dev.aisle.profile.segments.store;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in the segments that every shop has. */
@ApplicationScoped
public class BuiltInRepository {
    private final AgroalDataSource dataSource;

    BuiltInRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** The segments of these people. */
    public Map<String, Set<String>> of(Collection<String> pseudonyms) {
        Map<String, Set<String>> found = new HashMap<>();
        rows(
                        "select pseudonym, segment_id from built_in_segment where pseudonym = any(?)",
                        statement -> statement.setArray(
                                1, statement.getConnection().createArrayOf("text", pseudonyms.toArray())))
                .forEach(row -> found.computeIfAbsent(row.getFirst(), _ -> new HashSet<>())
                        .add(row.getLast()));
        return found;
    }

    /** The next members by pseudonym. */
    public List<String> members(String segment, String after, int limit) {
        return rows(
                        "select pseudonym, segment_id from built_in_segment where segment_id = ? and pseudonym > ?"
                                + " order by pseudonym limit ?",
                        statement -> {
                            statement.setString(1, segment);
                            statement.setString(2, after);
                            statement.setInt(3, limit);
                        })
                .stream()
                .map(List::getFirst)
                .toList();
    }

    /** Those whose time in a segment is over. */
    public Set<String> over(Instant now, int limit) {
        Set<String> found = new HashSet<>();
        rows("select pseudonym, segment_id from built_in_segment where leaves_at <= ? limit ?", statement -> {
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setInt(2, limit);
                })
                .forEach(row -> found.add(row.getFirst()));
        return found;
    }

    public void enter(String pseudonym, String segment, Optional<Instant> leavesAt) {
        update(
                "insert into built_in_segment (pseudonym, segment_id, leaves_at) values (?, ?, ?)"
                        + " on conflict (pseudonym, segment_id) do update set leaves_at = excluded.leaves_at",
                statement -> {
                    statement.setString(1, pseudonym);
                    statement.setString(2, segment);
                    statement.setTimestamp(3, leavesAt.map(Timestamp::from).orElse(null));
                });
    }

    public void leave(String pseudonym, String segment) {
        update("delete from built_in_segment where pseudonym = ? and segment_id = ?", statement -> {
            statement.setString(1, pseudonym);
            statement.setString(2, segment);
        });
    }

    /** Under another pseudonym; what stands there already stays. */
    public void move(String pseudonym, String successor) {
        update(
                "insert into built_in_segment select ?, segment_id, leaves_at from built_in_segment where pseudonym = ?"
                        + " on conflict do nothing",
                statement -> {
                    statement.setString(1, successor);
                    statement.setString(2, pseudonym);
                });
        remove(pseudonym);
    }

    public void remove(String pseudonym) {
        update("delete from built_in_segment where pseudonym = ?", statement -> statement.setString(1, pseudonym));
    }

    private List<List<String>> rows(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<List<String>> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(List.of(rows.getString(1), rows.getString(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("Segments could not be read", e);
        }
    }

    private void update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Segments could not be written", e);
        }
    }
}
