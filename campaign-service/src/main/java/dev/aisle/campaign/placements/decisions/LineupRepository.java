package dev.aisle.campaign.placements.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.placements.domain.arbitration.Lineup;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Line-ups by their digest. They are no person's, and go when the last decision that could name them has gone. */
@Singleton
public class LineupRepository {
    private static final String KEEP = """
            insert into decision_lineup (digest, lineup, used_at) values (?, ?, ?)
            on conflict (digest) do update set used_at = greatest(decision_lineup.used_at, excluded.used_at)
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    LineupRepository(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Keeps one that is used now. */
    public void keep(String digest, Lineup lineup, Instant now) {
        Sql.on(
                dataSource,
                "A line-up could not be kept",
                connection -> Sql.update(connection, KEEP, digest, write(lineup), now));
    }

    /** Removes those that weren't used since a moment and that no decision names. */
    public void forget(Instant unusedSince) {
        Sql.on(
                dataSource,
                "Line-ups could not be removed",
                connection -> Sql.update(connection, "delete from decision_lineup where used_at < ?", unusedSince));
    }

    /** Those that are kept, by digest. */
    public Map<String, Lineup> of(Collection<String> digests) {
        Map<String, Lineup> found = new HashMap<>();
        Sql.on(
                dataSource,
                "Line-ups could not be read",
                connection -> Sql.query(
                        connection,
                        "select digest, lineup from decision_lineup where digest = any(?)",
                        row -> found.put(row.getString("digest"), read(row.getString("lineup"))),
                        connection.createArrayOf("text", digests.toArray())));
        return found;
    }

    private String write(Lineup lineup) {
        try {
            return json.writeValueAsString(lineup);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line-up is always JSON", e);
        }
    }

    private Lineup read(String lineup) {
        try {
            return json.readValue(lineup, Lineup.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored line-up is none", e);
        }
    }
}
