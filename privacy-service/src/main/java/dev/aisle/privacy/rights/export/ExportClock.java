package dev.aisle.privacy.rights.export;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Asks the services again and again until all have answered, and forgets what nobody has fetched. */
@ApplicationScoped
class ExportClock {
    private static final Logger LOG = Logger.getLogger(ExportClock.class);

    private final CollectExports collectExports;
    private final FetchArchive fetchArchive;

    ExportClock(CollectExports collectExports, FetchArchive fetchArchive) {
        this.collectExports = collectExports;
        this.fetchArchive = fetchArchive;
    }

    @Scheduled(every = "${aisle.exports.check-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void collect() {
        collectExports.collect();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int forgotten = fetchArchive.forget();
        if (forgotten > 0) {
            LOG.infof("Forgot %d answers that nobody has fetched", forgotten);
        }
    }
}
