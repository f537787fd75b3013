package dev.aisle.platform.problem;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/** Tells failures that pass by themselves, because the database or the broker is away, from those that are our fault. */
public final class Outage {
    /** How long a caller should wait. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final String POOL = "io.agroal.pool.ConnectionPool";
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final AtomicLong SAID = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    private Outage() {}

    /** Returns what a caller is told of a failure that passes; empty for any other failure. */
    public static Optional<String> of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (!seen.add(one)) {
                continue;
            }
            if (one instanceof NotNow) {
                return Optional.ofNullable(one.getMessage());
            }
            if (one instanceof SQLException sql && isOfDatabase(sql)) {
                return said("The database can't be reached now; send the same again.", one);
            }
            if (one instanceof RetriableException) {
                return said("The broker can't be reached now; send the same again.", one);
            }
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
            // A commit that fails holds the connection's failure as one that was suppressed.
            open.addAll(Arrays.asList(one.getSuppressed()));
        }
        return Optional.empty();
    }

    /**
     * Whether the database is away, is going or has no connection left. Failures of PostgreSQL have a state; the pool's own have none, and neither have
     * those of other drivers.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL, error codes: classes 08 and 57, 53300</a>
     */
    private static boolean isOfDatabase(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? isOfPool(failure)
                : state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    private static boolean isOfPool(SQLException failure) {
        StackTraceElement[] thrown = failure.getStackTrace();
        return thrown.length > 0 && thrown[0].getClassName().equals(POOL);
    }

    /** Says it in the log once a second at most: every call fails alike. */
    private static Optional<String> said(String told, Throwable failure) {
        long now = System.nanoTime();
        long last = SAID.get();
        if (now - last >= QUIET_NANOS && SAID.compareAndSet(last, now)) {
            LOG.warnf("Calls are answered 503: %s", failure.toString());
        }
        return Optional.of(told);
    }
}
