package dev.aisle.recommender.search.content;

import dev.aisle.platform.storage.Database;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of points. */
@Singleton
public class VectorRepository {
    private static final String UPSERT = """
            insert into content_vector as old (product_id, model, content_hash, scale, vector)
            select id, ?, hash, scale, vector from unnest(?, ?, ?, ?) as new (id, hash, scale, vector)
            on conflict (product_id, model) do update set
                content_hash = excluded.content_hash, scale = excluded.scale, vector = excluded.vector
            """;
    private static final String FIND = """
            select product_id, content_hash, scale, vector from content_vector where model = ? and product_id = any(?)
            """;
    private static final String DELETE = "delete from content_vector where product_id = any(?)";

    private final Database database;

    VectorRepository(Database database) {
        this.database = database;
    }

    /** Writes points; an older one of the same product and model gives way. */
    public void write(TextModel model, Map<String, StoredVector> vectors) {
        String[] ids = vectors.keySet().toArray(String[]::new);
        Object[] hashes = vectors.values().stream().map(StoredVector::hash).toArray();
        Object[] scales = vectors.values().stream().map(StoredVector::scale).toArray();
        byte[][] values = vectors.values().stream().map(StoredVector::values).toArray(byte[][]::new);
        database.update(UPSERT, statement -> {
            statement.setString(1, model.id());
            statement.setArray(2, statement.getConnection().createArrayOf("text", ids));
            statement.setArray(3, statement.getConnection().createArrayOf("bigint", hashes));
            statement.setArray(4, statement.getConnection().createArrayOf("real", scales));
            statement.setArray(5, statement.getConnection().createArrayOf("bytea", values));
        });
    }

    /** The points that are known of products. */
    public Map<String, StoredVector> find(TextModel model, Collection<String> productIds) {
        return database
                .query(
                        FIND,
                        statement -> {
                            statement.setString(1, model.id());
                            statement.setArray(2, Database.array(statement, "text", productIds));
                        },
                        row -> Map.entry(
                                row.getString(1), new StoredVector(row.getLong(2), row.getBytes(4), row.getFloat(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Forgets products. */
    public void delete(Collection<String> productIds) {
        database.update(DELETE, statement -> statement.setArray(1, Database.array(statement, "text", productIds)));
    }
}
