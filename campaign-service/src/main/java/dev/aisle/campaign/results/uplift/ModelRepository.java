package dev.aisle.campaign.results.uplift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.results.uplift.model.Drift;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models by campaign, variation and number, and measured effects. */
@Singleton
class ModelRepository {
    private static final String ADD = """
            insert into uplift_model (campaign_id, variation, number, trained_at, model)
            select ?, ?, coalesce(max(number), 0) + 1, ?, ? from uplift_model where campaign_id = ? and variation = ?
            """;
    private static final String TRIM = """
            delete from uplift_model one where campaign_id = ? and variation = ? and number <= (
                select max(number) - ? from uplift_model where campaign_id = one.campaign_id and variation = one.variation)
            """;
    private static final String NEWEST = """
            select distinct on (variation) number, model, watch from uplift_model where campaign_id = ?
            order by variation, number desc
            """;
    private static final String WATCH =
            "update uplift_model set watch = ? where campaign_id = ? and variation = ? and number = ?";
    private static final String PUT_EFFECT = """
            insert into campaign_effect (campaign_id, campaign_version, treated, held_out, effect, error, measured_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (campaign_id) do update set campaign_version = excluded.campaign_version, treated = excluded.treated,
                held_out = excluded.held_out, effect = excluded.effect, error = excluded.error, measured_at = excluded.measured_at
            """;
    private static final String CLAIM = "update uplift_clock set due_at = ? where due_at <= ?";
    private static final int KEPT = 5;

    private final ObjectMapper json;

    ModelRepository(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A model that is in use.
     *
     * @param drift {@code null} before it was watched for the first time
     */
    public record Kept(
            int number, UpliftModel model, @Nullable Drift drift) {}

    /** Puts a model into use; the last few stay. */
    public void add(Connection connection, UpliftModel model) throws SQLException {
        String id = model.campaign();
        String variation = model.variation();
        Sql.update(connection, ADD, id, variation, model.trainedAt(), write(model), id, variation);
        Sql.update(connection, TRIM, id, variation, KEPT);
    }

    /** Those in use of a campaign, one a variation. */
    public List<Kept> newest(Connection connection, String campaign) throws SQLException {
        return Sql.query(connection, NEWEST, this::kept, campaign);
    }

    /** Keeps how one fits. */
    public void watched(Connection connection, Kept kept, Drift drift) throws SQLException {
        Sql.update(
                connection,
                WATCH,
                write(drift),
                kept.model().campaign(),
                kept.model().variation(),
                kept.number());
    }

    /** Keeps what was measured. */
    public void measured(Connection connection, MeasuredUplift one, Instant at) throws SQLException {
        Sql.update(
                connection,
                PUT_EFFECT,
                one.campaign(),
                one.version(),
                one.treated(),
                one.heldOut(),
                one.effect(),
                one.error(),
                at);
    }

    /** All measured effects. */
    public List<MeasuredUplift> effects(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                "select * from campaign_effect",
                row -> new MeasuredUplift(
                        row.getString("campaign_id"),
                        row.getInt("campaign_version"),
                        row.getLong("treated"),
                        row.getLong("held_out"),
                        row.getDouble("effect"),
                        row.getDouble("error")));
    }

    /** Takes the work that is due and puts it off; false when another replica has it or nothing is due. */
    public boolean claim(Connection connection, Instant now, Instant next) throws SQLException {
        return Sql.update(connection, CLAIM, next, now) == 1;
    }

    private Kept kept(ResultSet row) throws SQLException {
        String watch = row.getString("watch");
        return new Kept(
                row.getInt("number"),
                read(row.getString("model"), UpliftModel.class),
                watch == null ? null : read(watch, Drift.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored model can't be read", e);
        }
    }

    private String write(Object one) {
        try {
            return json.writeValueAsString(one);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of numbers and texts are always JSON", e);
        }
    }
}
