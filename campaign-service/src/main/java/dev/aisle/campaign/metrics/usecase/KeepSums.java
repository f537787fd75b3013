package dev.aisle.campaign.metrics.usecase;

import dev.aisle.campaign.metrics.store.MetricTable;
import dev.aisle.campaign.metrics.store.SumRepository;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Tells the database what the metrics file says, and folds changes of sums together. */
@Singleton
public class KeepSums {
    private static final Logger LOG = Logger.getLogger(KeepSums.class);

    private final MetricDefinitions definitions;
    private final MetricTable table;
    private final SumRepository sums;
    private final Transactions transactions;
    private final InstantSource clock;

    KeepSums(
            MetricDefinitions definitions,
            MetricTable table,
            SumRepository sums,
            Transactions transactions,
            InstantSource clock) {
        this.definitions = definitions;
        this.table = table;
        this.sums = sums;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes what the file says; experiments are recounted when it says something else than before. */
    public void define() {
        int changed = transactions.call(connection -> table.write(connection, definitions.all(), clock.instant()));
        if (changed > 0) {
            LOG.infof("%d metrics are new or changed; sums of experiments are made again", changed);
        }
    }

    /** Folds all that has come in. */
    public void fold() {
        while (transactions.call(sums::fold)) {
            // Page after page: each is a transaction of its own.
        }
    }
}
