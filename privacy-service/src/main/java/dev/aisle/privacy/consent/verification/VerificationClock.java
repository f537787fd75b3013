package dev.aisle.privacy.consent.verification;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Verifies log, consents and topic again and again. Each process does it by itself, so that none has to be believed. */
@ApplicationScoped
class VerificationClock {
    private static final Logger LOG = Logger.getLogger(VerificationClock.class);

    private final VerifyRecords verifyRecords;
    private final CoverConsents coverConsents;

    VerificationClock(VerifyRecords verifyRecords, CoverConsents coverConsents) {
        this.verifyRecords = verifyRecords;
        this.coverConsents = coverConsents;
    }

    void started(@Observes StartupEvent event) {
        verifyRecords.watch();
    }

    /** Until it has succeeded once; what broke off goes on with the next version. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cover() {
        try {
            coverConsents.cover();
        } catch (RuntimeException e) {
            LOG.errorf("The audit log doesn't cover all stored consents yet: %s", e.getMessage());
        }
    }

    @Scheduled(
            every = "${aisle.audit.verify-every:24h}",
            delayed = "${aisle.audit.verify-after:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void verify() {
        try {
            verifyRecords.verify();
        } catch (RuntimeException e) {
            LOG.errorf("Log, consents and topic could not be verified: %s", e.getMessage());
        }
    }
}
