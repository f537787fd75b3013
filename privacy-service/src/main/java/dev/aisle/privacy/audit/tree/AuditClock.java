package dev.aisle.privacy.audit.tree;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets entries have their places, again and again. */
@ApplicationScoped
class AuditClock {
    private static final Logger LOG = Logger.getLogger(AuditClock.class);

    private final SequenceEntries sequenceEntries;
    private final HeadFile headFile;
    private boolean healthy = true;

    AuditClock(SequenceEntries sequenceEntries, HeadFile headFile) {
        this.sequenceEntries = sequenceEntries;
        this.headFile = headFile;
    }

    @Scheduled(every = "${aisle.audit.sequence-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sequence() {
        try {
            while (sequenceEntries.sequence() == SequenceEntries.BATCH) {
                LOG.debug("A full batch; the next follows");
            }
            headFile.export();
            healthy = true;
        } catch (RuntimeException e) {
            if (healthy) {
                LOG.errorf("The audit log doesn't grow: %s", e.getMessage());
            }
            healthy = false;
        }
    }
}
