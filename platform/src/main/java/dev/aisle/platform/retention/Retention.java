package dev.aisle.platform.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps to the periods of this service's tables. */
@Singleton
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final List<RetentionRule> rules;
    private final RetentionRuns runs;
    private final MeterRegistry metrics;

    Retention(
            @ConfigProperty(name = "quarkus.application.name") String service,
            RetentionConfig config,
            RetentionRuns runs,
            MeterRegistry metrics) {
        this.rules = RetentionRule.of(service, config.keep());
        this.runs = runs;
        this.metrics = metrics;
    }

    /**
     * A table and its period.
     *
     * @param lastRun {@code null} before the first one
     * @param removed rows that the last run removed
     */
    public record Kept(
            String table,
            String agedBy,
            String period,
            @Nullable Instant lastRun,
            long removed,
            long removedTotal) {}

    /** Removes every row whose time is over now; how many. */
    public long enforce(Instant now) {
        long removed = 0;
        for (RetentionRule rule : rules) {
            Instant before = now.atZone(ZoneOffset.UTC).minus(rule.period()).toInstant();
            long ofTable = runs.remove(rule, before);
            runs.record(rule, now, ofTable);
            Counter.builder("aisle.retention.removed")
                    .description("Rows that were removed because their time was over")
                    .tag("table", rule.table())
                    .register(metrics)
                    .increment((double) ofTable);
            if (ofTable > 0) {
                LOG.infof("Removed %d rows of %s older than %s", ofTable, rule.table(), rule.period());
            }
            removed += ofTable;
        }
        return removed;
    }

    /** What is kept how long, and when it was last seen to. */
    public List<Kept> report() {
        Map<String, RetentionRuns.Run> last = runs.last();
        return rules.stream().map(rule -> kept(rule, last.get(rule.table()))).toList();
    }

    private static Kept kept(RetentionRule rule, RetentionRuns.@Nullable Run run) {
        String period = rule.period().toString();
        return run == null
                ? new Kept(rule.table(), rule.agedBy(), period, null, 0, 0)
                : new Kept(rule.table(), rule.agedBy(), period, run.at(), run.removed(), run.removedTotal());
    }
}
