package dev.aisle.campaign.analysis.store;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.QuantileArm;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.metrics.store.SumRepository;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sums don't tell: ordered values, values that are capped where a share of them lies, and segments. */
@Singleton
public class ValueRepository {
    private static final String OF = " from experiment_value where experiment_id = ? and phase = ? and metric = ? ";
    private static final String CAPPED = """
            with capped as (
                select variation, least(x, ?) as x, least(b, ?) as b from experiment_value
                where experiment_id = ? and phase = ? and metric = ?)
            select variation, count(*) as n, sum(x) as x, sum(x * x) as xx, sum(b) as b, sum(b * b) as bb, sum(x * b) as xb
            from capped group by variation
            """;
    /** Of people whose membership hasn't changed since they were exposed: what the treatment changed mustn't choose them. */
    private static final String SEGMENTS = """
            with who as (
                select s.segment_id, e.variation, e.unit from experiment_exposure e
                join segment_member s on s.pseudonym = e.pseudonym and s.member and s.changed_at <= e.first_at
                where e.experiment_id = ? and e.phase = ? and not e.mixed and not e.merged)
            select w.segment_id, w.variation, count(*) as n,
                coalesce(sum(v.x), 0) as x, coalesce(sum(v.y), 0) as y, coalesce(sum(v.b), 0) as b, coalesce(sum(v.c), 0) as c,
                coalesce(sum(v.x * v.x), 0) as xx, coalesce(sum(v.y * v.y), 0) as yy, coalesce(sum(v.b * v.b), 0) as bb,
                coalesce(sum(v.c * v.c), 0) as cc, coalesce(sum(v.x * v.y), 0) as xy, coalesce(sum(v.x * v.b), 0) as xb,
                coalesce(sum(v.x * v.c), 0) as xc, coalesce(sum(v.y * v.b), 0) as yb, coalesce(sum(v.y * v.c), 0) as yc,
                coalesce(sum(v.b * v.c), 0) as bc
            from who w left join experiment_value v
                on v.experiment_id = ? and v.phase = ? and v.unit = w.unit and v.metric = ?
            group by w.segment_id, w.variation
            """;
    /** Of the people who did anything in a stretch of the past: one unit each, from the first thing that they did. */
    private static final String HISTORY = """
            with seen as (
                select pseudonym, min(at) as first_at from metric_fact where at > ? and at <= ? group by pseudonym),
            unit as (
                select s.pseudonym,
                    coalesce(sum(f.value) filter (where f.measure = ? and f.at >= s.first_at + make_interval(secs => ?)), 0) as x,
                    count(*) filter (where f.measure = ? and f.at >= s.first_at + make_interval(secs => ?)) as hits,
                    coalesce(sum(f.value) filter (where f.measure = ?), 0) as y
                from seen s left join metric_fact f on f.pseudonym = s.pseudonym
                    and f.at >= s.first_at and f.at <= s.first_at + make_interval(secs => ?) and f.measure in (?, ?)
                group by s.pseudonym)
            select count(*) as n, coalesce(sum(x), 0) as x, coalesce(sum(x * x), 0) as xx, coalesce(sum(least(hits, 1)), 0) as yes,
                coalesce(sum(y), 0) as y, coalesce(sum(y * y), 0) as yy, coalesce(sum(x * y), 0) as xy from unit
            """;

    /** A phase's metric. */
    public record Of(String experiment, int phase, String metric) {}

    /** The quantile of each arm that has units with a value. */
    public Map<String, QuantileArm> quantiles(Connection connection, Of of, double quantile) throws SQLException {
        Map<String, QuantileArm> arms = new HashMap<>();
        Map<String, Long> units = new HashMap<>();
        Sql.query(
                connection,
                "select variation, count(*) as n" + OF + "and x <> 0 group by variation",
                row -> units.put(row.getString("variation"), row.getLong("n")),
                of.experiment(),
                of.phase(),
                of.metric());
        for (Map.Entry<String, Long> arm : units.entrySet()) {
            double[] ranks = QuantileArm.ranks(arm.getValue(), quantile);
            Sql.query(
                    connection,
                    "select percentile_disc(?) within group (order by x) as value, percentile_disc(?) within group (order by x) as lower,"
                            + " percentile_disc(?) within group (order by x) as upper" + OF
                            + "and x <> 0 and variation = ?",
                    row -> arms.put(
                            arm.getKey(),
                            new QuantileArm(
                                    arm.getValue(),
                                    row.getDouble("value"),
                                    row.getDouble("lower"),
                                    row.getDouble("upper"))),
                    quantile,
                    ranks[0],
                    ranks[1],
                    of.experiment(),
                    of.phase(),
                    of.metric(),
                    arm.getKey());
        }
        return arms;
    }

    /** The value that a share of the units with one stays below, over all arms; empty when there is none. */
    public Optional<BigDecimal> percentile(Connection connection, Of of, double share) throws SQLException {
        return Sql.query(
                        connection,
                        "select percentile_disc(?) within group (order by x) as cap" + OF
                                + "and x > 0 having count(*) > 0",
                        row -> row.getBigDecimal("cap"),
                        share,
                        of.experiment(),
                        of.phase(),
                        of.metric())
                .stream()
                .findFirst();
    }

    /** The sums of each arm with values beyond a cap counting as the cap; n is of units with a value. */
    public Map<String, ArmSums> capped(Connection connection, Of of, BigDecimal cap) throws SQLException {
        Map<String, ArmSums> arms = new HashMap<>();
        Sql.query(
                connection,
                CAPPED,
                row -> arms.put(
                        row.getString("variation"),
                        new ArmSums(
                                row.getLong("n"),
                                row.getDouble("x"),
                                0,
                                row.getDouble("b"),
                                0,
                                row.getDouble("xx"),
                                0,
                                row.getDouble("bb"),
                                0,
                                0,
                                row.getDouble("xb"),
                                0,
                                0,
                                0,
                                0)),
                cap,
                cap,
                of.experiment(),
                of.phase(),
                of.metric());
        return arms;
    }

    /** Sums of a segment's arm. */
    public record SegmentArm(String segment, String variation, ArmSums sums) {}

    /** The sums of each arm within each segment. */
    public List<SegmentArm> segments(Connection connection, Of of) throws SQLException {
        return new ArrayList<>(Sql.query(
                connection,
                SEGMENTS,
                row -> new SegmentArm(row.getString("segment_id"), row.getString("variation"), SumRepository.sums(row)),
                of.experiment(),
                of.phase(),
                of.experiment(),
                of.phase(),
                of.metric()));
    }

    /**
     * The shop's own past as if nobody had changed anything.
     *
     * @param yes how many units have a fact at all
     * @param sums x over y
     */
    public record Past(long yes, ArmSums sums) {
        /** Of yes and no. */
        public Sums answers() {
            return Sums.ofYes(sums.n(), yes);
        }
    }

    /** What people who did anything between two moments came to. */
    public Past past(
            Connection connection,
            Instant from,
            Instant until,
            String measure,
            String per,
            long fromSeconds,
            long untilSeconds)
            throws SQLException {
        return Sql.query(
                        connection,
                        HISTORY,
                        row -> new Past(
                                row.getLong("yes"),
                                new ArmSums(
                                        row.getLong("n"),
                                        row.getDouble("x"),
                                        row.getDouble("y"),
                                        0,
                                        0,
                                        row.getDouble("xx"),
                                        row.getDouble("yy"),
                                        0,
                                        0,
                                        row.getDouble("xy"),
                                        0,
                                        0,
                                        0,
                                        0,
                                        0)),
                        from,
                        until,
                        measure,
                        (double) fromSeconds,
                        measure,
                        (double) fromSeconds,
                        per,
                        (double) untilSeconds,
                        measure,
                        per)
                .getFirst();
    }
}
