package dev.aisle.recommender.models.registry;

import static dev.aisle.platform.storage.Database.array;

import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each instance has loaded, or why it couldn't. An instance that was silent for a minute is forgotten. */
@Singleton
public class ReplicaRepository {
    private static final String PUT = """
        insert into model_replica (instance, version, failure) values (?, ?, ?)
        on conflict (instance, version) do update set failure = excluded.failure, seen_at = now()
        """;
    private static final String FORGET = """
        delete from model_replica
        where seen_at < now() - interval '1 minute' or (instance = ? and version <> all(?))
        """;

    private final Database database;

    ReplicaRepository(Database database) {
        this.database = database;
    }

    /**
     * A model in an instance.
     *
     * @param failure why it isn't loaded; {@code null} when it is
     */
    public record Replica(String instance, @Nullable String failure, Instant seenAt) {}

    /** Writes what an instance has of the models that it should have: by version, empty or why not. */
    public void report(String instance, Map<String, String> failures) {
        database.update(FORGET, statement -> {
            statement.setString(1, instance);
            statement.setArray(2, array(statement, "text", failures.keySet()));
        });
        failures.forEach((version, failure) -> database.update(PUT, statement -> {
            statement.setString(1, instance);
            statement.setString(2, version);
            statement.setString(3, failure.isEmpty() ? null : failure);
        }));
    }

    /** The instances that should have a model. */
    public List<Replica> of(String version) {
        return database.query(
                "select instance, failure, seen_at from model_replica where version = ? order by instance",
                statement -> statement.setString(1, version),
                row -> new Replica(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()));
    }
}
