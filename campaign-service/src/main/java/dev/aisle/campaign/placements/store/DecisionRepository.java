package dev.aisle.campaign.placements.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decisions by id; how often a campaign was decided for a person is counted from them. */
@ApplicationScoped
public class DecisionRepository {
    private static final String INSERT = """
            insert DecisionRow (id, pseudonym, placement, campaignId, campaignVersion, variation, holdout, propensity,
                requestHash, decidedAt, answer, trace)
            values (:id, :pseudonym, :placement, :campaignId, :campaignVersion, :variation, :holdout, :propensity,
                :requestHash, :decidedAt, :answer, :trace)
            on conflict (id) do nothing
            """;
    private static final String SHOWN = """
            select campaignId as campaign, decidedAt as at from DecisionRow
            where pseudonym = :pseudonym and campaignId is not null and decidedAt > :after
            """;

    private final Rows rows;
    private final ObjectMapper json;

    DecisionRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<DecisionRow, String> {}

    /** The decision with that id. */
    public Optional<Earlier> find(String id) {
        return rows.findByIdOptional(id).map(row -> new Earlier(row.requestHash, toDecision(row)));
    }

    /** Keeps a decision; false when there is one with that id already. */
    public boolean add(Recorded recorded) {
        Decision decision = recorded.decision();
        return rows.getEntityManager()
                        .createQuery(INSERT)
                        .setParameter("id", decision.id())
                        .setParameter("pseudonym", recorded.request().subject())
                        .setParameter("placement", decision.placement())
                        .setParameter("campaignId", recorded.campaignId())
                        .setParameter("campaignVersion", recorded.campaignVersion())
                        .setParameter("variation", decision.variation())
                        .setParameter("holdout", recorded.heldOut())
                        .setParameter("propensity", recorded.choice().propensity())
                        .setParameter("requestHash", recorded.request().fingerprint())
                        .setParameter("decidedAt", recorded.at())
                        .setParameter("answer", write(decision))
                        .setParameter("trace", write(recorded.trace()))
                        .executeUpdate()
                == 1;
    }

    /** When campaigns were decided for a person after a moment, by campaign id. */
    public Map<String, List<Instant>> shown(String pseudonym, Instant after) {
        return rows.getEntityManager()
                .createQuery(SHOWN, Tuple.class)
                .setParameter("pseudonym", pseudonym)
                .setParameter("after", after)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("campaign", String.class),
                        Collectors.mapping(row -> row.get("at", Instant.class), Collectors.toList())));
    }

    /** Forgets why decisions were made for a person; what was shown stays. */
    public void forgetTraces(String pseudonym) {
        rows.update("trace = null where pseudonym = ?1 and trace is not null", pseudonym);
    }

    /** Removes all of a person; how many there were. */
    public long remove(String pseudonym) {
        return rows.delete("pseudonym", pseudonym);
    }

    private String write(Object kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision and its trace are always JSON", e);
        }
    }

    private Decision toDecision(DecisionRow row) {
        try {
            return json.readValue(row.answer, Decision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored answer of a decision is not a decision", e);
        }
    }
}
