package dev.aisle.recommender.interactions.feedback.store;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.interactions.feedback.domain.SpreadTally.Item;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what was shown, person by person. */
@Singleton
public class SpreadRepository {
    private final Database database;

    SpreadRepository(Database database) {
        this.database = database;
    }

    /** Gives what each person was shown, the items of a list one after the other; part by part of the time, if it has any. */
    public void people(FeedbackQuery query, int parts, Consumer<List<Item>> people) {
        Grouping grouping = new Grouping(people);
        database.stream(
                "select pseudonym, " + part(query, Math.max(1, parts)) + ", exposure_id, product_id"
                        + ResponseRepository.WHICH + " order by pseudonym, exposure_id, position",
                statement -> ResponseRepository.bind(statement, query),
                grouping::take);
        grouping.end();
    }

    /** Not of what was asked as text: numbers. */
    private static String part(FeedbackQuery query, int parts) {
        return "least(" + (parts - 1) + ", floor((extract(epoch from exposed_at) - "
                + query.from().getEpochSecond() + ") * " + parts + " / "
                + Math.max(1, query.to().getEpochSecond() - query.from().getEpochSecond()) + ")::int) as part";
    }

    /** Gathers the rows of a person. */
    private static final class Grouping {
        private final Consumer<List<Item>> people;
        private String person = "";
        private List<Item> items = new ArrayList<>();

        Grouping(Consumer<List<Item>> people) {
            this.people = people;
        }

        void take(ResultSet row) throws SQLException {
            String next = row.getString("pseudonym");
            if (!next.equals(person)) {
                end();
                person = next;
            }
            items.add(new Item(row.getInt("part"), row.getString("exposure_id"), row.getString("product_id")));
        }

        void end() {
            if (!items.isEmpty()) {
                people.accept(items);
                items = new ArrayList<>();
            }
        }
    }
}
