package dev.aisle.platform.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tries a whole transaction again that had to give way to another one: the database has undone everything of it. */
@Singleton
public class TransactionRetry {
    private static final Logger LOG = Logger.getLogger(TransactionRetry.class);
    private static final int MOST_TRIES = 20;
    private static final int LONGEST_PAUSE_MILLIS = 100;

    private final Counter conflicts;

    TransactionRetry(MeterRegistry metrics) {
        this.conflicts = Counter.builder("aisle.storage.conflicts")
                .description("Transactions that were tried again because they stood in each other's way")
                .register(metrics);
    }

    /**
     * Runs a transaction until it doesn't conflict with another one.
     *
     * @param transaction begins and ends one; outside of any other
     * @throws Exception its own; after 20 conflicts the last of them
     */
    public <T> T call(Callable<T> transaction) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.call();
            } catch (Exception e) {
                if (tries == MOST_TRIES || !TransactionConflict.isBehind(e)) {
                    throw e;
                }
                conflicts.increment();
                LOG.debugf("Tries a transaction again after a conflict: %s", e.getMessage());
                pause(tries);
            }
        }
    }

    /** For chance's time, so that two don't meet again. */
    private static void pause(int tries) throws InterruptedException {
        int most = Math.min(LONGEST_PAUSE_MILLIS, 1 << Math.min(tries, 7));
        TimeUnit.MILLISECONDS.sleep(1L + ThreadLocalRandom.current().nextInt(most));
    }
}
