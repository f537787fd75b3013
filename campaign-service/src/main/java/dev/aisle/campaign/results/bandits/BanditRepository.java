package dev.aisle.campaign.results.bandits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What campaigns have learned, epoch by epoch. */
@Singleton
public class BanditRepository {
    /** Of the outbox, the walks and others no two are alike. */
    private static final long LOCK = 0x62616e646974L;

    private final ObjectMapper json;

    BanditRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Whether this replica may learn now; until the end of the transaction no other one does. */
    public boolean lock(Connection connection) throws SQLException {
        return Sql.query(connection, "select pg_try_advisory_xact_lock(?) as got", row -> row.getBoolean("got"), LOCK)
                .getFirst();
    }

    /** The newest epoch of a version; empty when nothing was learned. */
    public Optional<LearnedEpoch> newest(Connection connection, String campaign, int version) throws SQLException {
        return history(connection, campaign, version, 1).stream().findFirst();
    }

    private List<LearnedEpoch> history(Connection connection, String campaign, int version, int most)
            throws SQLException {
        return Sql.query(
                connection,
                "select epoch, weights, evidence, computed_at from bandit_weights"
                        + " where campaign_id = ? and campaign_version = ? order by epoch desc limit ?",
                this::epoch,
                campaign,
                version,
                most);
    }

    private LearnedEpoch epoch(ResultSet row) throws SQLException {
        return new LearnedEpoch(
                row.getInt("epoch"),
                row.getTimestamp("computed_at").toInstant(),
                read(row.getString("weights"), new TypeReference<Map<Integer, double[]>>() {}),
                read(row.getString("evidence"), new TypeReference<List<Outcome>>() {}));
    }

    /** Adds an epoch. */
    public void add(Connection connection, String campaign, int version, LearnedEpoch epoch) throws SQLException {
        Sql.update(
                connection,
                "insert into bandit_weights (campaign_id, campaign_version, epoch, weights, evidence, computed_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                campaign,
                version,
                epoch.number(),
                write(epoch.weights()),
                write(epoch.evidence()),
                epoch.computedAt());
    }

    /** What was shown of a version's outcomes at a time. */
    public record Release(int number, Instant at, List<Outcome> evidence) {}

    /** The newest releases of a version, the newest first. */
    public List<Release> releases(Connection connection, String campaign, int version, int most) throws SQLException {
        return Sql.query(
                connection,
                "select number, evidence, released_at from bandit_release"
                        + " where campaign_id = ? and campaign_version = ? order by number desc limit ?",
                row -> new Release(
                        row.getInt("number"),
                        row.getTimestamp("released_at").toInstant(),
                        read(row.getString("evidence"), new TypeReference<List<Outcome>>() {})),
                campaign,
                version,
                most);
    }

    /** Keeps a release; another reader's of the same moment is the same. */
    public void release(Connection connection, String campaign, int version, Release release) throws SQLException {
        Sql.update(
                connection,
                "insert into bandit_release (campaign_id, campaign_version, number, evidence, released_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing",
                campaign,
                version,
                release.number(),
                write(release.evidence()),
                release.at());
    }

    /** Drops epochs that are long past, but never the newest of a version. */
    public int removeBefore(Connection connection, Instant before) throws SQLException {
        return Sql.update(
                connection,
                "delete from bandit_weights b where computed_at < ? and exists (select from bandit_weights n"
                        + " where n.campaign_id = b.campaign_id and n.campaign_version = b.campaign_version"
                        + " and n.epoch > b.epoch)",
                before);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was learned is kept as JSON", e);
        }
    }

    private String write(Object kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was learned is always JSON", e);
        }
    }
}
