package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Tells the database what the metrics file says. */
@Singleton
public class DefineMetrics {
    private static final Logger LOG = Logger.getLogger(DefineMetrics.class);

    private final MetricDefinitions definitions;
    private final MetricTable table;
    private final PhaseValues values;
    private final Transactions transactions;
    private final InstantSource clock;

    DefineMetrics(
            MetricDefinitions definitions,
            MetricTable table,
            PhaseValues values,
            Transactions transactions,
            InstantSource clock) {
        this.definitions = definitions;
        this.table = table;
        this.values = values;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes what the file says; the values of phases are made again when it says something else than before. */
    public void define() {
        Instant now = clock.instant();
        int changed = transactions.call(connection -> {
            int rows = table.write(connection, definitions.all(), now);
            if (rows > 0) {
                values.outdated(connection, now);
            }
            return rows;
        });
        if (changed > 0) {
            LOG.infof("%d metrics are new, changed or gone; the values of experiments are made again", changed);
        }
    }
}
