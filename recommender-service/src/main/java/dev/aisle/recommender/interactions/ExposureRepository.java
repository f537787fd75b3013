package dev.aisle.recommender.interactions;

import static dev.aisle.platform.storage.Database.array;

import dev.aisle.platform.storage.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;

/** The table of exposures. */
@Singleton
public class ExposureRepository {
    private static final String INSERT = """
            insert into exposure (exposure_id, decision_id, pseudonym, placement, product_id, position, score, propensity,
                                  source, model_version, personalized, exposed_at, request_id, policy, policy_version)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    ExposureRepository(Database database) {
        this.database = database;
    }

    /** Adds shown items. */
    public void insert(List<ShownItem> items) {
        database.update(INSERT, statement -> {
            set(statement, 1, "text", items, item -> item.showing().exposureId());
            set(statement, 2, "text", items, item -> item.showing().decisionId());
            set(statement, 3, "text", items, item -> item.showing().pseudonym());
            set(statement, 4, "text", items, item -> item.showing().placement());
            set(statement, 5, "text", items, ShownItem::productId);
            set(statement, 6, "integer", items, ShownItem::position);
            set(statement, 7, "real", items, ShownItem::score);
            set(statement, 8, "float8", items, ShownItem::propensity);
            set(statement, 9, "text", items, ShownItem::source);
            set(statement, 10, "text", items, item -> item.showing().modelVersion());
            set(statement, 11, "boolean", items, item -> item.showing().personalized());
            set(
                    statement,
                    12,
                    "timestamptz",
                    items,
                    item -> Timestamp.from(item.showing().exposedAt()));
            set(statement, 13, "text", items, item -> item.showing().chosenBy().requestId());
            set(statement, 14, "text", items, item -> item.showing().chosenBy().policy());
            set(statement, 15, "text", items, item -> item.showing().chosenBy().version());
        });
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            List<ShownItem> items,
            Function<ShownItem, Object> property)
            throws SQLException {
        statement.setArray(
                index, array(statement, type, items.stream().map(property).toList()));
    }
}
