package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.experiments.metrics.facts.PhaseValues.Outdated;
import dev.aisle.campaign.experiments.metrics.facts.PhaseValues.Page;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Makes the values of phases again after metrics have changed: a page of units is a transaction, so that nobody waits for long. */
@Singleton
public class RevaluePhases {
    private static final Logger LOG = Logger.getLogger(RevaluePhases.class);

    private final PhaseValues values;
    private final Transactions transactions;

    RevaluePhases(PhaseValues values, Transactions transactions) {
        this.values = values;
        this.transactions = transactions;
    }

    /** Makes the values of all phases again that are outdated. What was broken off begins anew. */
    public void due() {
        for (Outdated phase : transactions.call(values::outdated)) {
            long units = 0;
            Page page = new Page("", 0);
            do {
                String after = page.last();
                page = transactions.call(connection -> values.revalue(connection, phase, after));
                units += page.units();
            } while (page.units() > 0);
            transactions.call(connection -> values.current(connection, phase));
            LOG.infof(
                    "The values of experiment %s, phase %d, were made again: %d units",
                    phase.experiment(), phase.number(), units);
        }
    }
}
