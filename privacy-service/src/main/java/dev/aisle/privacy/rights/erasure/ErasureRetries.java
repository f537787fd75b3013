package dev.aisle.privacy.rights.erasure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks again and again for erasures that were not answered. */
@ApplicationScoped
class ErasureRetries {
    private static final Logger LOG = Logger.getLogger(ErasureRetries.class);

    private final RetryErasures retryErasures;

    ErasureRetries(RetryErasures retryErasures) {
        this.retryErasures = retryErasures;
    }

    @Scheduled(every = "${aisle.erasure.check-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retry() {
        int sent = retryErasures.retry();
        if (sent > 0) {
            LOG.infof("Sent %d erasures again that were not answered by all", sent);
        }
    }
}
