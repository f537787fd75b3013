package dev.aisle.campaign.placements.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.store.Recorded.Earlier;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions by id. How often a campaign was decided for a person is counted from them, by {@link PersonReader}. */
@ApplicationScoped
public class DecisionRepository {
    /** One statement for all of them: what it costs the database to begin one is more than a row. */
    private static final String INSERT = """
            insert into decision (id, pseudonym, placement, campaign_id, campaign_version, variation, holdout, propensity,
                request_hash, decided_at, answer, trace)
            select * from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                (select ?::integer[]), (select ?::text[]), (select ?::boolean[]), (select ?::double precision[]),
                (select ?::text[]), (select ?::timestamptz[]), (select ?::text[]), (select ?::text[]))
            on conflict (id) do nothing returning id
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

    /** Keeps decisions under different ids; the ids of those that are kept, which one isn't when there is a decision with its id already. */
    public Set<String> add(List<Recorded> all) {
        if (all.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(Sql.on(
                dataSource,
                "Decisions could not be kept",
                connection -> Sql.query(
                        connection,
                        INSERT,
                        row -> row.getString(1),
                        Sql.texts(connection, all, one -> one.decision().id()),
                        Sql.texts(connection, all, one -> one.request().subject()),
                        Sql.texts(connection, all, one -> one.decision().placement()),
                        Sql.texts(connection, all, Recorded::campaignId),
                        Sql.texts(connection, all, Recorded::campaignVersion),
                        Sql.texts(connection, all, one -> one.decision().variation()),
                        Sql.texts(connection, all, Recorded::heldOut),
                        Sql.texts(connection, all, one -> one.choice().propensity()),
                        Sql.texts(connection, all, one -> one.request().fingerprint()),
                        Sql.texts(connection, all, Recorded::at),
                        Sql.texts(connection, all, one -> write(one.decision())),
                        Sql.texts(connection, all, one -> write(one.trace())))));
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
