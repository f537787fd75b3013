package dev.aisle.recommender.feedback.store;

import dev.aisle.recommender.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.feedback.domain.ShownProduct;
import dev.aisle.recommender.shared.store.Database;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What was shown, product by product. */
@Singleton
public class SpreadRepository {
    private final Database database;

    SpreadRepository(Database database) {
        this.database = database;
    }

    /** The products that were shown. */
    public List<ShownProduct> products(FeedbackQuery query) {
        return database.query(
                "select product_id, count(*) as times, count(distinct pseudonym) as people" + ResponseRepository.WHICH
                        + " group by product_id",
                statement -> ResponseRepository.bind(statement, query),
                row -> new ShownProduct(row.getString("product_id"), row.getLong("times"), row.getLong("people")));
    }

    /** To how many people anything was shown. */
    public long people(FeedbackQuery query) {
        return database.query(
                        "select count(distinct pseudonym)" + ResponseRepository.WHICH,
                        statement -> ResponseRepository.bind(statement, query),
                        row -> row.getLong(1))
                .getFirst();
    }

    /** Gives list and product of each exposure, the items of a list one after the other. */
    public void items(FeedbackQuery query, BiConsumer<String, String> items) {
        database.stream(
                "select exposure_id, product_id" + ResponseRepository.WHICH + " order by exposure_id",
                statement -> ResponseRepository.bind(statement, query),
                row -> items.accept(row.getString(1), row.getString(2)));
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
