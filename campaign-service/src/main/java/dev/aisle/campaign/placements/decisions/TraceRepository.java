package dev.aisle.campaign.placements.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.placements.domain.arbitration.Lineup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Decisions with their traces. */
@ApplicationScoped
class TraceRepository {
    private static final String SELECT = """
            select id, placement, campaign_id, campaign_version, variation, holdout, decided_at, answer, trace from decision
            """;

    private final Session database;
    private final LineupRepository lineups;
    private final ObjectMapper json;

    TraceRepository(Session database, LineupRepository lineups, ObjectMapper json) {
        this.database = database;
        this.lineups = lineups;
        this.json = json;
    }

    /**
     * A decision as it is kept.
     *
     * @param reason the sentence that the shopper could read
     * @param trace {@code null} when it was made before there were traces, or when the consent was taken back since
     */
    public record Kept(
            String id,
            String placement,
            @Nullable String campaign,
            @Nullable Integer version,
            @Nullable String variation,
            boolean heldOut,
            Instant at,
            String reason,
            @Nullable DecisionTrace trace) {}

    /** Returns the pseudonym of whom a decision was for. */
    public Optional<String> personOf(String id) {
        return database.createNativeQuery("select pseudonym from decision where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The decision with that id. */
    public Optional<Kept> find(String id) {
        return kept(database.createNativeQuery(SELECT + "where id = :id", Tuple.class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** The last ones of a person, the latest first. */
    public List<Kept> last(String pseudonym, int most) {
        return kept(database.createNativeQuery(
                        SELECT + "where pseudonym = :pseudonym order by decided_at desc limit :most", Tuple.class)
                .setParameter("pseudonym", pseudonym)
                .setParameter("most", most)
                .getResultList());
    }

    private List<Kept> kept(List<Tuple> rows) {
        Map<String, KeptTrace> traces = new HashMap<>();
        for (Tuple row : rows) {
            String trace = row.get(8, String.class);
            if (trace != null) {
                traces.put(row.get(0, String.class), trace(trace));
            }
        }
        Map<String, Lineup> all = lineups.of(
                traces.values().stream().map(KeptTrace::lineup).distinct().toList());
        return rows.stream()
                .map(row -> kept(row, whole(traces.get(row.get(0, String.class)), all)))
                .toList();
    }

    private static @Nullable DecisionTrace whole(@Nullable KeptTrace trace, Map<String, Lineup> all) {
        Lineup lineup = trace == null ? null : all.get(trace.lineup());
        return trace == null || lineup == null ? null : trace.with(lineup);
    }

    private Kept kept(Tuple row, @Nullable DecisionTrace trace) {
        return new Kept(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, String.class),
                row.get(5, Boolean.class),
                row.get(6, Instant.class),
                reason(row.get(7, String.class)),
                trace);
    }

    private String reason(String answer) {
        try {
            return json.readTree(answer).at("/reason/text").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored answer of a decision is not JSON", e);
        }
    }

    private KeptTrace trace(String trace) {
        try {
            return json.readValue(trace, KeptTrace.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored trace of a decision is none", e);
        }
    }
}
