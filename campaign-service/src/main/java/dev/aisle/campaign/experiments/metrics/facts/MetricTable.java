package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.experiments.metrics.Cap;
import dev.aisle.campaign.experiments.metrics.Measure;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The metrics file, as far as the database makes values by it. */
@Singleton
class MetricTable {
    private static final String PUT = """
            insert into metric (id, kind, measure, per, from_seconds, until_seconds, before_seconds, cap, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set kind = excluded.kind, measure = excluded.measure, per = excluded.per,
                from_seconds = excluded.from_seconds, until_seconds = excluded.until_seconds,
                before_seconds = excluded.before_seconds, cap = excluded.cap, changed_at = excluded.changed_at
                where (metric.kind, metric.measure, metric.per, metric.from_seconds, metric.until_seconds,
                        metric.before_seconds, metric.cap)
                    is distinct from (excluded.kind, excluded.measure, excluded.per, excluded.from_seconds,
                        excluded.until_seconds, excluded.before_seconds, excluded.cap)
            """;

    /** Makes the table what the file says; how many rows changed. */
    public int write(Connection connection, List<Metric> metrics, Instant now) throws SQLException {
        Sql.update(connection, "lock table metric in share row exclusive mode");
        int changed = Sql.update(
                connection,
                "delete from metric where not id = any(?)",
                connection.createArrayOf(
                        "text", metrics.stream().map(Metric::id).toArray()));
        for (Metric metric : metrics) {
            Measure per = metric.per();
            changed += Sql.update(
                    connection,
                    PUT,
                    metric.id(),
                    metric.type().sum().code(),
                    metric.measure().code(),
                    per == null ? null : per.code(),
                    metric.from().toSeconds(),
                    metric.until().toSeconds(),
                    metric.before().toSeconds(),
                    metric.cap() instanceof Cap.Absolute cap ? cap.value() : null,
                    now);
        }
        return changed;
    }
}
