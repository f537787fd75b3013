package dev.aisle.privacy.consent.enforcement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks after withdrawals that were answered before they were in force. */
@ApplicationScoped
class WithdrawalClock {
    private static final Logger LOG = Logger.getLogger(WithdrawalClock.class);

    private final LookAtWithdrawal lookAtWithdrawal;

    WithdrawalClock(LookAtWithdrawal lookAtWithdrawal) {
        this.lookAtWithdrawal = lookAtWithdrawal;
    }

    @Scheduled(every = "${aisle.enforcement.check-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        int settled = lookAtWithdrawal.settleOpen();
        if (settled > 0) {
            LOG.debugf("%d withdrawals have come into force", settled);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        lookAtWithdrawal.forgetOld();
    }
}
