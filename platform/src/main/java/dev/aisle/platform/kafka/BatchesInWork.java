package dev.aisle.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;

/**
 * The batches of records that consumers work on. A service that ends lets them come to their end while it still has its database, and begins no
 * other: whoever is next reads those records again.
 */
@ApplicationScoped
class BatchesInWork {
    private static final Logger LOG = Logger.getLogger(BatchesInWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Each batch reads; the end of the service writes. */
    private final ReadWriteLock service = new ReentrantReadWriteLock();

    private final Duration patience;
    private volatile boolean ending;

    BatchesInWork() {
        this(PATIENCE);
    }

    BatchesInWork(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does a batch's work.
     *
     * @throws ServiceEnds when the service ends
     */
    <T> T work(Callable<T> batch) throws Exception {
        service.readLock().lock();
        try {
            if (ending) {
                throw new ServiceEnds();
            }
            return batch.call();
        } finally {
            service.readLock().unlock();
        }
    }

    /** Whether no further one is begun. */
    boolean isEnding() {
        return ending;
    }

    /** Before anything that batches need is closed. */
    void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        ending = true;
        if (service.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            service.writeLock().unlock();
        } else {
            LOG.warnf(
                    "A batch of records was still in work after %d ms; it is read again by whoever is next",
                    patience.toMillis());
        }
    }
}
