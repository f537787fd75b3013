package dev.aisle.recommender.feedback.store;

import dev.aisle.recommender.feedback.domain.Breakdown;
import dev.aisle.recommender.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.feedback.domain.FeedbackQuery.Bucket;
import dev.aisle.recommender.feedback.domain.Response;
import dev.aisle.recommender.shared.store.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts exposures. */
@Singleton
public class ResponseRepository {
    static final String WHICH = " from exposure where exposed_at >= ? and exposed_at < ? and (? = '' or placement = ?)";

    private final Database database;

    ResponseRepository(Database database) {
        this.database = database;
    }

    private record Key(Instant start, String value) {}

    /** One row a bucket and value that has any. */
    public List<Response> count(FeedbackQuery query, Breakdown breakdown) {
        String groups = bucket(query.bucket()) + " as start, " + value(breakdown) + " as value";
        Map<Key, Map<String, Long>> paid = paid(query, groups);
        return database.query(
                "select " + groups + ", count(distinct pseudonym) as people, count(distinct exposure_id) as lists,"
                        + " count(*) as items, count(clicked_at) as clicks, count(ordered_at) as orders" + WHICH
                        + " group by 1, 2 order by 1, 2",
                statement -> bind(statement, query),
                row -> response(row, paid));
    }

    private Map<Key, Map<String, Long>> paid(FeedbackQuery query, String groups) {
        Map<Key, Map<String, Long>> paid = new HashMap<>();
        database.stream(
                "select " + groups + ", currency, sum(paid_minor) as paid" + WHICH
                        + " and paid_minor is not null and currency is not null group by 1, 2, 3",
                statement -> bind(statement, query),
                row -> paid.computeIfAbsent(key(row), _ -> new HashMap<>())
                        .put(row.getString("currency"), row.getLong("paid")));
        return paid;
    }

    static void bind(PreparedStatement statement, FeedbackQuery query) throws SQLException {
        statement.setTimestamp(1, Timestamp.from(query.from()));
        statement.setTimestamp(2, Timestamp.from(query.to()));
        statement.setString(3, query.placement());
        statement.setString(4, query.placement());
    }

    private static Response response(ResultSet row, Map<Key, Map<String, Long>> paid) throws SQLException {
        Key key = key(row);
        return new Response(
                key.start(),
                key.value(),
                row.getLong("people"),
                row.getLong("lists"),
                row.getLong("items"),
                row.getLong("clicks"),
                row.getLong("orders"),
                paid.getOrDefault(key, Map.of()));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getTimestamp("start").toInstant(), row.getString("value"));
    }

    /** Not of what was asked: constants. */
    static String bucket(Bucket bucket) {
        return switch (bucket) {
            case DAY -> "date_trunc('day', exposed_at, 'UTC')";
            case WEEK -> "date_trunc('week', exposed_at, 'UTC')";
            case ALL -> "timestamptz '1970-01-01T00:00:00Z'";
        };
    }

    private static String value(Breakdown breakdown) {
        return switch (breakdown) {
            case NONE -> "''";
            case PLACEMENT -> "placement";
            case SOURCE -> "source";
            case MODEL -> "model_version";
            case POSITION -> "lpad(position::text, 3, '0')";
            case PERSONALIZED -> "personalized::text";
        };
    }
}
