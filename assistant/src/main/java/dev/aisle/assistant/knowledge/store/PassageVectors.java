package dev.aisle.assistant.knowledge.store;

import dev.aisle.platform.storage.Database;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table of passages' points. */
@Singleton
public class PassageVectors {
    private static final String INSERT = """
            insert into passage_vector (model, content_hash, scale, vector)
            select ?, hash, scale, vector from unnest(?, ?, ?) as new (hash, scale, vector)
            on conflict do nothing
            """;
    private static final String FIND =
            "select content_hash, scale, vector from passage_vector where model = ? and content_hash = any(?)";

    private final Database database;

    PassageVectors(Database database) {
        this.database = database;
    }

    /** Writes points of texts with different hashes. */
    public void write(TextModel model, Collection<StoredVector> vectors) {
        Object[] hashes = vectors.stream().map(StoredVector::hash).toArray();
        Object[] scales = vectors.stream().map(StoredVector::scale).toArray();
        byte[][] values = vectors.stream().map(StoredVector::values).toArray(byte[][]::new);
        database.update(INSERT, statement -> {
            statement.setString(1, model.id());
            statement.setArray(2, statement.getConnection().createArrayOf("bigint", hashes));
            statement.setArray(3, statement.getConnection().createArrayOf("real", scales));
            statement.setArray(4, statement.getConnection().createArrayOf("bytea", values));
        });
    }

    /** Deletes the points of all texts but these, of those written before a time; returns how many. */
    public int deleteOthers(TextModel model, Collection<Long> hashes, Instant writtenBefore) {
        return database.update(
                "delete from passage_vector where model = ? and written_at < ? and content_hash <> all (?)",
                statement -> {
                    statement.setString(1, model.id());
                    statement.setTimestamp(2, Timestamp.from(writtenBefore));
                    statement.setArray(3, Database.array(statement, "bigint", hashes));
                });
    }

    /** The points that are known of texts, by hash. */
    public Map<Long, StoredVector> find(TextModel model, Collection<Long> hashes) {
        Map<Long, StoredVector> found = new HashMap<>();
        database
                .query(
                        FIND,
                        statement -> {
                            statement.setString(1, model.id());
                            statement.setArray(2, Database.array(statement, "bigint", hashes));
                        },
                        row -> new StoredVector(row.getLong(1), row.getBytes(3), row.getFloat(2)))
                .stream()
                .filter(vector -> vector.values().length == model.dimension())
                .forEach(vector -> found.put(vector.hash(), vector));
        return found;
    }
}
