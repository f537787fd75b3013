package dev.aisle.campaign.placements.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions by id. How often a campaign was decided for a person is counted from them, by {@link PersonReader}. */
@ApplicationScoped
public class DecisionRepository {
    private static final String INSERT = """
            insert into decision (id, pseudonym, placement, campaign_id, campaign_version, variation, holdout, propensity,
                request_hash, decided_at, answer, trace)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;

    private final Rows rows;
    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    DecisionRepository(Rows rows, AgroalDataSource dataSource, ObjectMapper json) {
        this.rows = rows;
        this.dataSource = dataSource;
        this.json = json;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<DecisionRow, String> {}

    /** The decision with that id. */
    public Optional<Earlier> find(String id) {
        return rows.findByIdOptional(id).map(row -> new Earlier(row.requestHash, toDecision(row)));
    }

    /** Keeps decisions; for each whether it is kept, which it isn't when there is one with that id already. */
    public List<Boolean> add(List<Recorded> all) {
        int[] added = Sql.on(
                dataSource,
                "Decisions could not be kept",
                connection -> Sql.batch(
                        connection, INSERT, all.stream().map(this::values).toList()));
        return Arrays.stream(added).mapToObj(rows -> rows == 1).toList();
    }

    private @Nullable Object[] values(Recorded recorded) {
        Decision decision = recorded.decision();
        return new @Nullable Object[] {
            decision.id(),
            recorded.request().subject(),
            decision.placement(),
            recorded.campaignId(),
            recorded.campaignVersion(),
            decision.variation(),
            recorded.heldOut(),
            recorded.choice().propensity(),
            recorded.request().fingerprint(),
            recorded.at(),
            write(decision),
            write(recorded.trace())
        };
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
