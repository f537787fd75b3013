package dev.aisle.privacy.shared.edge;

import dev.aisle.privacy.shared.usecase.ForgetOldCalls;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What is done every hour. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final ForgetOldCalls forgetOldCalls;

    Housekeeping(ForgetOldCalls forgetOldCalls) {
        this.forgetOldCalls = forgetOldCalls;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldCalls() {
        LOG.debugf("Forgot %d idempotency keys", forgetOldCalls.forget());
    }
}
