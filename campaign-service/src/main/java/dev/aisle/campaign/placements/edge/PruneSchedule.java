package dev.aisle.campaign.placements.edge;

import dev.aisle.campaign.placements.usecase.PruneOld;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Prunes every hour. */
@ApplicationScoped
class PruneSchedule {
    private static final Logger LOG = Logger.getLogger(PruneSchedule.class);

    private final PruneOld pruneOld;

    PruneSchedule(PruneOld pruneOld) {
        this.pruneOld = pruneOld;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prune() {
        LOG.infof("Removed %d decisions whose time is over", pruneOld.prune());
    }
}
