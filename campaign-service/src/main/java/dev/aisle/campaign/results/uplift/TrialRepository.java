package dev.aisle.campaign.results.uplift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.results.uplift.model.Known;
import dev.aisle.campaign.results.uplift.model.Observed;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People whom chance assigned, with what was known of them before and what they did. */
@Singleton
class TrialRepository {
    private static final String OBSERVED = """
            select p.pseudonym, p.holdout, p.variation, p.known, p.first_at,
                exists (select from campaign_order o where o.pseudonym = p.pseudonym
                    and o.ordered_at > p.first_at and o.ordered_at <= p.first_at + make_interval(secs => ?)) as ordered,
                (select coalesce(sum(o.revenue_minor), 0) from campaign_order o where o.pseudonym = p.pseudonym
                    and o.currency = ? and o.ordered_at > p.first_at
                    and o.ordered_at <= p.first_at + make_interval(secs => ?))::float8 as revenue
            from campaign_person p
            where p.campaign_id = ? and p.campaign_version = ? and p.known is not null
                and p.first_at > ? and p.first_at <= ?
            order by p.first_at desc limit ?
            """;
    private static final String EFFECT = """
            with outcome as (
                select p.holdout, exists (select from campaign_order o where o.pseudonym = p.pseudonym
                    and o.ordered_at > p.first_at and o.ordered_at <= p.first_at + make_interval(secs => ?)) as ordered
                from campaign_person p
                where p.campaign_id = ? and p.campaign_version = ? and p.first_at <= ?),
            arms as (
                select count(*) filter (where not holdout) as treated, count(*) filter (where holdout) as held_out,
                    avg(ordered::int::float8) filter (where not holdout) as got,
                    avg(ordered::int::float8) filter (where holdout) as none
                from outcome)
            select treated, held_out, got - none as effect,
                sqrt(got * (1 - got) / (treated - 1) + none * (1 - none) / (held_out - 1)) as error
            from arms where treated > 1 and held_out > 1
            """;
    private static final String KNOWN_NOW = "select whose, known_of(whose, ?) as known from unnest(?) as asked (whose)";

    private final ObjectMapper json;

    TrialRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Somebody, and when chance assigned the person. */
    public record Assigned(Observed observed, Instant at) {}

    /**
     * People of a version, the latest first.
     *
     * @param within how long an order counts
     * @param after who was assigned later than this
     * @param until and no later than this
     */
    public List<Assigned> observed(
            Connection connection,
            String campaign,
            int version,
            Duration within,
            String currency,
            Instant after,
            Instant until,
            int most)
            throws SQLException {
        double seconds = within.toSeconds();
        return Sql.query(
                connection,
                OBSERVED,
                row -> new Assigned(
                        new Observed(
                                row.getString("pseudonym"),
                                row.getBoolean("holdout"),
                                row.getString("variation"),
                                read(row.getString("known")),
                                row.getBoolean("ordered"),
                                row.getDouble("revenue")),
                        row.getTimestamp("first_at").toInstant()),
                seconds,
                currency,
                seconds,
                campaign,
                version,
                after,
                until,
                most);
    }

    /** The effect of a version on those assigned until a moment; empty without two people in both arms. */
    public Optional<MeasuredUplift> effect(
            Connection connection, String campaign, int version, Duration within, Instant until) throws SQLException {
        double seconds = within.toSeconds();
        return Sql.query(
                        connection,
                        EFFECT,
                        row -> new MeasuredUplift(
                                campaign,
                                version,
                                row.getLong("treated"),
                                row.getLong("held_out"),
                                row.getDouble("effect"),
                                row.getDouble("error")),
                        seconds,
                        campaign,
                        version,
                        until)
                .stream()
                .findFirst();
    }

    /** What is known of people now, by pseudonym. */
    public Map<String, Known> known(Connection connection, Collection<String> pseudonyms, Instant now)
            throws SQLException {
        Map<String, Known> known = new HashMap<>();
        Sql.query(
                connection,
                KNOWN_NOW,
                row -> known.put(row.getString("whose"), read(row.getString("known"))),
                now,
                connection.createArrayOf("text", pseudonyms.toArray()));
        return known;
    }

    private Known read(String text) {
        try {
            return json.readValue(text, Known.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("known_of writes what is read here", e);
        }
    }
}
