package dev.aisle.campaign.metrics.store;

import dev.aisle.campaign.metrics.domain.Recount;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sums that are made again from exposures and facts. */
@Singleton
public class RecountRepository {
    /** Of phases that run, or ended so short ago that somebody's window is still open. */
    private static final String DUE = """
            select p.experiment_id, p.phase from experiment_phase p
            where (p.ended_at is null or p.ended_at > ?::timestamptz - interval '181 days') and not exists (
                select from experiment_recount r where r.experiment_id = p.experiment_id and r.phase = p.phase
                    and r.at >= greatest(?::timestamptz, (select max(changed_at) from metric)))
            order by p.experiment_id, p.phase
            """;

    private static final String AGAIN =
            """
            with again as (
                select variation, metric, count(*) as n, sum(x) as x, sum(y) as y, sum(b) as b, sum(c) as c,
                    sum(x * x) as xx, sum(y * y) as yy, sum(b * b) as bb, sum(c * c) as cc, sum(x * y) as xy,
                    sum(x * b) as xb, sum(x * c) as xc, sum(y * b) as yb, sum(y * c) as yc, sum(b * c) as bc
                from experiment_fresh_value
                where experiment_id = ? and phase = ? and (x <> 0 or y <> 0 or b <> 0 or c <> 0)
                group by variation, metric
                union all
                select variation, case when mixed then 'mixed' else 'exposed' end, count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                from experiment_exposure where experiment_id = ? and phase = ? and not merged group by variation, mixed),
            kept as (select * from experiment_total where experiment_id = ? and phase = ?),
            compared as (
                select coalesce(a.variation, k.variation) || '/' || coalesce(a.metric, k.metric) as what, greatest(%s) as difference
                from again a full join kept k using (variation, metric))
            select coalesce((select sum(n) from again where metric in ('exposed', 'mixed')), 0) as units,
                coalesce(max(difference), 0) as difference,
                coalesce((select what from compared where difference > 0 order by difference desc, what limit 1), '') as worst
            from compared
            """.formatted(SumRepository.each("abs(coalesce(a.%1$s, 0) - coalesce(k.%1$s, 0))"));
    private static final String LAST = """
            select experiment_id, phase, at, units, difference, worst from experiment_recount
            where experiment_id = ? and phase = ? order by at desc limit 1
            """;
    private static final List<String> REPAIR = List.of(
            "delete from experiment_sum where experiment_id = ? and phase = ?",
            "delete from experiment_delta where experiment_id = ? and phase = ?",
            """
            insert into experiment_delta (experiment_id, phase, variation, metric, %s)
            select experiment_id, phase, variation, metric, count(*), sum(x), sum(y), sum(b), sum(c),
                sum(x * x), sum(y * y), sum(b * b), sum(c * c),
                sum(x * y), sum(x * b), sum(x * c), sum(y * b), sum(y * c), sum(b * c)
            from experiment_value where experiment_id = ? and phase = ? group by experiment_id, phase, variation, metric
            """.formatted(SumRepository.SUMS),
            """
            insert into experiment_delta (experiment_id, phase, variation, metric, %s)
            select experiment_id, phase, variation, case when mixed then 'mixed' else 'exposed' end, count(*),
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
            from experiment_exposure where experiment_id = ? and phase = ? and not merged
            group by experiment_id, phase, variation, mixed
            """.formatted(SumRepository.SUMS));

    /** A phase of an experiment. */
    public record Due(String experiment, int phase) {}

    /** Phases whose sums weren't made again since a moment, or since a metric changed. */
    public List<Due> due(Connection connection, Instant now, Instant since) throws SQLException {
        return Sql.query(
                connection, DUE, row -> new Due(row.getString("experiment_id"), row.getInt("phase")), now, since);
    }

    /** The number of an experiment's latest phase. */
    public Optional<Integer> latest(Connection connection, String experiment) throws SQLException {
        return Sql.query(
                        connection,
                        "select phase from experiment_phase where experiment_id = ? order by phase desc limit 1",
                        row -> row.getInt("phase"),
                        experiment)
                .stream()
                .findFirst();
    }

    /** Makes the sums of a phase again and compares, in one snapshot. */
    public Recount compare(Connection connection, String experiment, int phase, Instant now) throws SQLException {
        return Sql.query(
                        connection,
                        AGAIN,
                        row -> new Recount(
                                experiment,
                                phase,
                                now,
                                row.getLong("units"),
                                row.getBigDecimal("difference").stripTrailingZeros(),
                                row.getString("worst")),
                        experiment,
                        phase,
                        experiment,
                        phase,
                        experiment,
                        phase)
                .getFirst();
    }

    /** Keeps what was found. */
    public void put(Connection connection, Recount found) throws SQLException {
        Sql.update(
                connection,
                "insert into experiment_recount (experiment_id, phase, at, units, difference, worst) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                found.experiment(),
                found.phase(),
                found.at(),
                found.units(),
                found.difference(),
                found.worst());
    }

    /** What the last recount found. */
    public Optional<Recount> last(Connection connection, String experiment, int phase) throws SQLException {
        return Sql.query(
                        connection,
                        LAST,
                        row -> new Recount(
                                row.getString("experiment_id"),
                                row.getInt("phase"),
                                row.getTimestamp("at").toInstant(),
                                row.getLong("units"),
                                row.getBigDecimal("difference").stripTrailingZeros(),
                                row.getString("worst")),
                        experiment,
                        phase)
                .stream()
                .findFirst();
    }

    /** Makes values and sums of a phase what they should be; whoever changes them waits. */
    public void repair(Connection connection, String experiment, int phase) throws SQLException {
        Sql.update(
                connection,
                "lock table experiment_value, experiment_sum, experiment_delta in share row exclusive mode");
        Sql.query(
                connection,
                "select experiment_revalue(array(select distinct pseudonym from experiment_exposure where experiment_id = ? and phase = ?))",
                row -> true,
                experiment,
                phase);
        for (String sql : REPAIR) {
            Sql.update(connection, sql, experiment, phase);
        }
    }
}
