package dev.aisle.recommender.models.trials;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.trials.TrialTally.Counts;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What models did on trial, by instance; summed when somebody looks. */
@Singleton
public class TrialRepository {
    private static final String PUT = """
        insert into model_trial (instance, version, place, answers, failures, dropped, compared, overlap,
                                 rank_biased_overlap, latencies)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where exists (select from model where version = ?)
        on conflict (instance, version, place) do update set
            answers = excluded.answers, failures = excluded.failures, dropped = excluded.dropped,
            compared = excluded.compared, overlap = excluded.overlap,
            rank_biased_overlap = excluded.rank_biased_overlap, latencies = excluded.latencies, updated_at = now()
        """;

    private final Database database;

    TrialRepository(Database database) {
        this.database = database;
    }

    /** Writes what an instance has counted since it started. */
    public void put(String instance, String version, ModelState place, Counts counts) {
        database.update(PUT, statement -> {
            statement.setString(1, instance);
            statement.setString(2, version);
            statement.setString(3, place.label());
            statement.setLong(4, counts.answers());
            statement.setLong(5, counts.failures());
            statement.setLong(6, counts.dropped());
            statement.setLong(7, counts.compared());
            statement.setDouble(8, counts.overlap());
            statement.setDouble(9, counts.rankBiased());
            List<Long> latencies = Arrays.stream(counts.latencies()).boxed().toList();
            statement.setArray(10, Database.array(statement, "bigint", latencies));
            statement.setString(11, version);
        });
    }

    /** What a model did, as a shadow and as a canary, in all instances. */
    public List<Trial> of(String version) {
        Map<ModelState, Counts> sums = database
                .query(
                        "select * from model_trial where version = ?",
                        statement -> statement.setString(1, version),
                        row -> Map.entry(ModelState.of(row.getString("place")).orElseThrow(), read(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Counts::plus));
        return Stream.of(ModelState.SHADOW, ModelState.CANARY)
                .flatMap(place -> Optional.ofNullable(sums.get(place)).map(counts -> counts.trial(place)).stream())
                .toList();
    }

    private static Counts read(ResultSet row) throws SQLException {
        long[] latencies = new long[Latencies.BUCKETS];
        if (row.getArray("latencies").getArray() instanceof Long[] stored) {
            for (int bucket = 0; bucket < Math.min(latencies.length, stored.length); bucket++) {
                latencies[bucket] = stored[bucket];
            }
        }
        return new Counts(
                row.getLong("answers"),
                row.getLong("failures"),
                row.getLong("dropped"),
                row.getLong("compared"),
                row.getDouble("overlap"),
                row.getDouble("rank_biased_overlap"),
                latencies);
    }
}
