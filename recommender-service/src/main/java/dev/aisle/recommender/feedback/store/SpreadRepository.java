package dev.aisle.recommender.feedback.store;

import dev.aisle.recommender.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.shared.store.Database;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was shown, product by product. */
@Singleton
public class SpreadRepository {
    private final Database database;

    SpreadRepository(Database database) {
        this.database = database;
    }

    /**
     * What was shown in one of the equal parts of the time that is asked about, counted from 0.
     *
     * @param part {@code null}: in all of it
     * @param productId {@code null}: of any product
     */
    public record Counted(@Nullable Integer part, @Nullable String productId, long times, long people) {}

    /** An item of a list. */
    public record Listed(int part, String list, String productId) {}

    /** Each product in each part, each part, and all of it, in one look at the exposures. */
    public List<Counted> counted(FeedbackQuery query, int parts) {
        return database.query(
                "select part, product_id, count(*) as times, count(distinct pseudonym) as people from (select "
                        + part(query, parts) + ", product_id, pseudonym" + ResponseRepository.WHICH
                        + ") shown group by grouping sets ((part, product_id), (part), ())",
                statement -> ResponseRepository.bind(statement, query),
                row -> new Counted(
                        row.getObject("part", Integer.class),
                        row.getString("product_id"),
                        row.getLong("times"),
                        row.getLong("people")));
    }

    /** Gives each exposure, the items of a list one after the other. */
    public void items(FeedbackQuery query, int parts, Consumer<Listed> items) {
        database.stream(
                "select " + part(query, parts) + ", exposure_id, product_id" + ResponseRepository.WHICH
                        + " order by exposure_id",
                statement -> ResponseRepository.bind(statement, query),
                row -> items.accept(new Listed(row.getInt(1), row.getString(2), row.getString(3))));
    }

    /** Not of what was asked as text: numbers. */
    private static String part(FeedbackQuery query, int parts) {
        return "least(" + (parts - 1) + ", floor((extract(epoch from exposed_at) - "
                + query.from().getEpochSecond() + ") * " + parts + " / "
                + Math.max(1, query.to().getEpochSecond() - query.from().getEpochSecond()) + ")::int) as part";
    }

    /** Product id → how many people have dealt with it, of those whose events models may learn from. */
    public Map<String, Long> popularity() {
        Map<String, Long> people = new HashMap<>();
        database.stream(
                "select product_id, count(distinct pseudonym) from interaction where for_training group by product_id",
                statement -> {},
                row -> people.put(row.getString(1), row.getLong(2)));
        return people;
    }

    /** How many people have dealt with anything. */
    public long everybody() {
        return database.query(
                        "select count(distinct pseudonym) from interaction where for_training",
                        statement -> {},
                        row -> row.getLong(1))
                .getFirst();
    }
}
