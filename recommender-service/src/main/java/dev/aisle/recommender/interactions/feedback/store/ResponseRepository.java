package dev.aisle.recommender.interactions.feedback.store;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.interactions.feedback.domain.Breakdown;
import dev.aisle.recommender.interactions.feedback.domain.Bucketed;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery.Bucket;
import dev.aisle.recommender.interactions.feedback.domain.Tally;
import dev.aisle.recommender.interactions.feedback.domain.Tally.Measure;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts exposures. */
@Singleton
public class ResponseRepository {
    static final String WHICH = " from exposure where exposed_at >= ? and exposed_at < ? and (? = '' or placement = ?)";

    /** A person's rows in an order of their own, so that one more moves at most one of them. */
    private static final String PLACE =
            "dense_rank() over (partition by pseudonym order by md5(pseudonym || start || value)) as place";

    private final Database database;

    ResponseRepository(Database database) {
        this.database = database;
    }

    /** To how many people anything was shown. */
    public long people(FeedbackQuery query) {
        return database.query(
                        "select count(distinct pseudonym) as people" + WHICH,
                        statement -> bind(statement, query),
                        row -> row.getLong("people"))
                .getFirst();
    }

    /** Of each bucket and value that has any, how many people have which amount of each measure; each person in a few of them. */
    public Map<Bucketed, Tally> count(FeedbackQuery query, Breakdown breakdown) {
        String groups = bucket(query.bucket()) + " as start, " + value(breakdown) + " as value";
        Map<Bucketed, Tally> tallies = new HashMap<>();
        database.stream(
                "select start, value, measure, amount, count(*) as people from (select *, " + PLACE + " from (select "
                        + groups + ", pseudonym, count(distinct exposure_id) as lists, count(*) as items,"
                        + " count(clicked_at) as clicks, count(ordered_at) as orders" + WHICH
                        + " group by 1, 2, pseudonym) counted) person, lateral (values"
                        + " ('LISTS', lists), ('ITEMS', items), ('CLICKS', clicks), ('ORDERS', orders))"
                        + " as of_person (measure, amount) where place <= " + FeedbackQuery.MOST_ROWS
                        + " group by 1, 2, 3, 4",
                statement -> bind(statement, query),
                row -> tally(row, tallies)
                        .add(Measure.valueOf(row.getString("measure")), row.getLong("amount"), row.getLong("people")));
        database.stream(
                "select start, value, currency, amount, count(*) as people from (select *, " + PLACE + " from (select "
                        + groups + ", currency, pseudonym, sum(paid_minor)::bigint as amount" + WHICH
                        + " and paid_minor is not null and currency is not null group by 1, 2, 3, pseudonym) counted) person"
                        + " where place <= " + FeedbackQuery.MOST_ROWS + " group by 1, 2, 3, 4",
                statement -> bind(statement, query),
                row -> tally(row, tallies)
                        .paid(row.getString("currency"), row.getLong("amount"), row.getLong("people")));
        return tallies;
    }

    private static Tally tally(ResultSet row, Map<Bucketed, Tally> tallies) throws SQLException {
        Bucketed place = new Bucketed(row.getTimestamp("start").toInstant(), row.getString("value"));
        return tallies.computeIfAbsent(place, _ -> new Tally());
    }

    /** Values by which lists can be split, of all that is kept: whoever narrows the question doesn't learn where nobody was. */
    public List<String> values(Breakdown breakdown) {
        return breakdown == Breakdown.NONE
                ? List.of("")
                : database.query(
                        "select distinct " + value(breakdown) + " as value from exposure order by 1",
                        statement -> {},
                        row -> row.getString("value"));
    }

    static void bind(PreparedStatement statement, FeedbackQuery query) throws SQLException {
        statement.setTimestamp(1, Timestamp.from(query.from()));
        statement.setTimestamp(2, Timestamp.from(query.to()));
        statement.setString(3, query.placement());
        statement.setString(4, query.placement());
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
