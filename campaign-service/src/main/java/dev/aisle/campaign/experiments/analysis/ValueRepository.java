package dev.aisle.campaign.experiments.analysis;

import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.judging.CountedMetric;
import dev.aisle.campaign.experiments.judging.CountedPhase.Units;
import dev.aisle.campaign.experiments.judging.CountedSegments;
import dev.aisle.campaign.experiments.metrics.Measure;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Exact sums of people's units and values; only the guard shows any of them. */
@Singleton
class ValueRepository {
    private static final String PEOPLE = """
            select count(distinct pseudonym) as people from experiment_exposure
            where experiment_id = ? and phase = ? and not merged
            """;
    private static final String UNITS = """
            with person as (
                select variation, mixed, count(*) as number from experiment_exposure
                where experiment_id = ? and phase = ? and not merged group by variation, mixed, pseudonym)
            select variation, mixed, number, count(*) as people from person group by variation, mixed, number
            """;
    private static final String SUMS = """
            round(100 * sum(v.x))::bigint as x, round(100 * sum(v.y))::bigint as y,
                round(100 * coalesce(sum(v.x) filter (where v.b > 0), 0))::bigint as xb, 100 * count(*) filter (where v.b > 0) as b
            """;
    private static final String VALUES = """
            with person as (
                select v.variation as arm, %s
                from experiment_value v where v.experiment_id = ? and v.phase = ? and v.metric = ? group by v.variation, v.pseudonym)
            select arm, x, y, xb, b, count(*) as people from person group by arm, x, y, xb, b
            """.formatted(SUMS);
    /** Of people whose membership hasn't changed since they were exposed: what the treatment changed mustn't choose them. */
    private static final String WHO = """
            with who as (
                select s.segment_id, e.variation, e.unit, e.pseudonym from experiment_exposure e
                join segment_member s on s.pseudonym = e.pseudonym and s.member and s.changed_at <= e.first_at
                where e.experiment_id = ? and e.phase = ? and not e.mixed and not e.merged),
            """;

    private static final String UNITS_OF_SEGMENTS = WHO + """
            person as (select segment_id, variation, count(*) as number from who group by segment_id, variation, pseudonym)
            select segment_id, variation, number, count(*) as people from person group by segment_id, variation, number
            """;
    private static final String VALUES_OF_SEGMENTS = WHO + """
            person as (
                select w.segment_id || '/' || w.variation as arm, %s
                from who w join experiment_value v
                    on v.experiment_id = ? and v.phase = ? and v.unit = w.unit and v.metric = ?
                group by w.segment_id, w.variation, w.pseudonym)
            select arm, x, y, xb, b, count(*) as people from person group by arm, x, y, xb, b
            """.formatted(SUMS);
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
            select round(100 * case when ? then least(hits, 1) else x end)::bigint as x, round(100 * y)::bigint as y,
                count(*) as people from unit group by 1, 2
            """;

    /** The one arm of the past. */
    public static final String PAST = "past";

    /** How many people take part. */
    public long people(Connection connection, Phase phase) throws SQLException {
        return Sql.query(
                        connection,
                        PEOPLE,
                        row -> row.getLong("people"),
                        phase.experiment().id(),
                        phase.number())
                .getFirst();
    }

    /** Units of each arm, by how many people have how many. */
    public List<Units> units(Connection connection, Phase phase) throws SQLException {
        return Sql.query(
                connection,
                UNITS,
                row -> new Units(
                        row.getString("variation"),
                        row.getBoolean("mixed"),
                        row.getLong("number"),
                        row.getLong("people")),
                phase.experiment().id(),
                phase.number());
    }

    /** Sums of each person's values of a metric, people with the same sums together. */
    public CountedMetric counted(Connection connection, Phase phase, Metric metric, boolean before)
            throws SQLException {
        return new CountedMetric(
                metric,
                before,
                Sql.query(
                        connection,
                        VALUES,
                        ValueRepository::row,
                        phase.experiment().id(),
                        phase.number(),
                        metric.id()));
    }

    /** The same of a goal within segments. */
    public CountedSegments segments(Connection connection, Phase phase, Metric goal) throws SQLException {
        String id = phase.experiment().id();
        int number = phase.number();
        return new CountedSegments(
                phase,
                people(connection, phase),
                Sql.query(
                        connection,
                        "select distinct segment_id from segment_member order by segment_id",
                        row -> row.getString("segment_id")),
                Sql.query(
                        connection,
                        UNITS_OF_SEGMENTS,
                        row -> new CountedSegments.Units(
                                row.getString("segment_id"),
                                row.getString("variation"),
                                row.getLong("number"),
                                row.getLong("people")),
                        id,
                        number),
                new CountedMetric(
                        goal,
                        false,
                        Sql.query(
                                connection,
                                VALUES_OF_SEGMENTS,
                                ValueRepository::row,
                                id,
                                number,
                                id,
                                number,
                                goal.id())));
    }

    private static CountedMetric.Row row(ResultSet row) throws SQLException {
        return new CountedMetric.Row(
                row.getString("arm"),
                row.getLong("x"),
                row.getLong("y"),
                row.getLong("xb"),
                row.getLong("b"),
                row.getLong("people"));
    }

    /** Values of the people who did anything between two moments: the shop's own past as if nobody had changed anything. */
    public CountedMetric past(Connection connection, Instant from, Instant until, Metric metric) throws SQLException {
        String measure = metric.measure().code();
        Measure denominator = metric.per();
        String per = denominator == null ? "" : denominator.code();
        double after = metric.from().toSeconds();
        return new CountedMetric(
                metric,
                false,
                Sql.query(
                        connection,
                        HISTORY,
                        row -> new CountedMetric.Row(
                                PAST, row.getLong("x"), row.getLong("y"), 0, 0, row.getLong("people")),
                        from,
                        until,
                        measure,
                        after,
                        measure,
                        after,
                        per,
                        (double) metric.until().toSeconds(),
                        measure,
                        per,
                        metric.type().isYesOrNo()));
    }
}
