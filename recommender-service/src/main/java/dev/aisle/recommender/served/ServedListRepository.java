package dev.aisle.recommender.served;

import static dev.aisle.platform.storage.Database.array;

import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.served.ServedList.Item;
import dev.aisle.recommender.served.ServedList.Origin;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of lists that were answered. A row has an array for each property of its items. */
@Singleton
public class ServedListRepository {
    private static final int CAUSES = 3;
    private static final float[] NO_FEATURES = {};
    private static final String INSERT = """
            insert into served_list (request_id, pseudonym, consent_version, served_at, placement, model_version, policy_version,
                                     stage, refusal, product_ids, sources, propensities, reasons, causes, features_version, features)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (request_id) do nothing
            """;
    private static final String FIND = """
            select request_id, pseudonym, consent_version, served_at, placement, model_version, policy_version, stage, refusal,
                   product_ids, sources, propensities, reasons, causes
            from served_list where request_id = ?
            """;
    private final Database database;

    ServedListRepository(Database database) {
        this.database = database;
    }

    /** Adds lists; one that is there stays as it is. */
    public void insert(Collection<ServedList> lists) {
        database.updateAll(INSERT, lists, ServedListRepository::bind);
    }

    private static void bind(PreparedStatement statement, ServedList list) throws SQLException {
        List<Item> items = list.items();
        statement.setString(1, list.requestId());
        statement.setString(2, list.pseudonym());
        statement.setLong(3, list.seen().version());
        statement.setTimestamp(4, Timestamp.from(list.servedAt()));
        statement.setString(5, list.origin().placement());
        statement.setString(6, list.origin().modelVersion());
        statement.setString(7, list.origin().policyVersion());
        statement.setString(8, list.origin().stage());
        statement.setString(9, list.origin().refusal());
        statement.setArray(
                10, array(statement, "text", items.stream().map(Item::productId).toList()));
        statement.setArray(
                11, array(statement, "text", items.stream().map(Item::source).toList()));
        statement.setArray(
                12,
                array(statement, "float8", items.stream().map(Item::propensity).toList()));
        statement.setArray(
                13,
                array(
                        statement,
                        "text",
                        items.stream().map(item -> item.reason().name()).toList()));
        statement.setArray(14, array(statement, "text", causes(items)));
        statement.setString(15, list.hasFeatures() ? FeatureNames.VERSION : null);
        statement.setArray(16, list.hasFeatures() ? array(statement, "float4", features(items)) : null);
    }

    private static List<String> causes(List<Item> items) {
        List<String> causes = new ArrayList<>();
        for (Item item : items) {
            for (int place = 0; place < CAUSES; place++) {
                causes.add(place < item.causes().size() ? item.causes().get(place) : "");
            }
        }
        return causes;
    }

    private static List<Float> features(List<Item> items) {
        List<Float> values = new ArrayList<>();
        for (Item item : items) {
            for (float value : item.features()) {
                values.add(value);
            }
        }
        return values;
    }

    /** The list of an answer, without features; empty when it isn't kept. */
    public Optional<ServedList> find(String requestId) {
        return database.query(FIND, statement -> statement.setString(1, requestId), ServedListRepository::list).stream()
                .findFirst();
    }

    private static ServedList list(ResultSet row) throws SQLException {
        return new ServedList(
                row.getString("request_id"),
                new SeenConsent(row.getString("pseudonym"), List.of(), row.getLong("consent_version")),
                row.getTimestamp("served_at").toInstant(),
                new Origin(
                        row.getString("placement"),
                        row.getString("stage"),
                        row.getString("refusal"),
                        row.getString("model_version"),
                        row.getString("policy_version")),
                items(row));
    }

    private static List<Item> items(ResultSet row) throws SQLException {
        String[] ids = (String[]) row.getArray("product_ids").getArray();
        String[] sources = (String[]) row.getArray("sources").getArray();
        Double[] propensities = (Double[]) row.getArray("propensities").getArray();
        String[] reasons = (String[]) row.getArray("reasons").getArray();
        List<String> causes = Arrays.asList((String[]) row.getArray("causes").getArray());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            List<String> own = causes.subList(i * CAUSES, (i + 1) * CAUSES).stream()
                    .filter(cause -> !cause.isEmpty())
                    .toList();
            items.add(new Item(ids[i], sources[i], 0, propensities[i], reason(reasons[i]), own, NO_FEATURES));
        }
        return items;
    }

    /** The reason of that name; one that no longer is, is none in particular. */
    private static ReasonCode reason(String name) {
        return Arrays.stream(ReasonCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(ReasonCode.FOR_YOU);
    }
}
