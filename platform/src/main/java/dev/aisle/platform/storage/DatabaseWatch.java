package dev.aisle.platform.storage;

import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices within seconds that the database went back, counts and logs it, and fires {@link DatabaseWentBack}. Looks through one
 * connection that it keeps, and gives up on an answer that doesn't come: a database that keeps its connections and answers nothing is away as well, and
 * whoever else waits for it is told so.
 */
@Singleton
public class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private final AgroalDataSource dataSource;
    private final OpenConnections connections;
    private final Event<DatabaseWentBack> event;
    private final MeterRegistry metrics;
    private final Duration every;
    private final Duration silentAfter;
    private final DatabaseBeat beat = new DatabaseBeat();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-watch").factory());
    private @Nullable Connection own;
    private @Nullable DatabaseIdentity known;
    private volatile boolean reachable = true;

    DatabaseWatch(
            AgroalDataSource dataSource,
            OpenConnections connections,
            Event<DatabaseWentBack> event,
            MeterRegistry metrics,
            @ConfigProperty(name = "aisle.database.look-every", defaultValue = "2s") Duration every,
            @ConfigProperty(name = "aisle.database.silent-after", defaultValue = "10s") Duration silentAfter) {
        this.dataSource = dataSource;
        this.connections = connections;
        this.event = event;
        this.every = every;
        this.silentAfter = silentAfter;
        this.metrics = metrics;
        for (Sign sign : Sign.values()) {
            counter(sign);
        }
    }

    private Counter counter(Sign sign) {
        return Counter.builder("aisle.database.went.back")
                .description(
                        "Times that the database was, or may have been, of an earlier moment than this process had seen")
                .tag("sign", sign.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        Future<?> _ = looks.scheduleWithFixedDelay(this::lookIfReachable, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        looks.shutdownNow();
    }

    private void lookIfReachable() {
        try {
            look();
            if (!reachable) {
                // Connections of before the outage are broken, each for the request that gets it.
                dataSource.flush(AgroalDataSource.FlushMode.IDLE);
            }
            reachable = true;
        } catch (SQLException | RuntimeException e) {
            if (reachable) {
                LOG.warnf("Whether the database went back can't be seen now: %s", e.getMessage());
            }
            reachable = false;
            if (isSilence(e)) {
                connections.abort();
            }
        }
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof SocketTimeoutException
                || (failure.getCause() != null && isSilence(failure.getCause()));
    }

    /** Whether the last look was answered. */
    boolean reachable() {
        return reachable;
    }

    /** Compares the database with what this process knows of it. */
    synchronized void look() throws SQLException {
        Optional<DatabaseWentBack> found = Optional.empty();
        Optional<DatabaseIdentity> now = ask(DatabaseIdentity::read);
        if (now.isEmpty()) {
            return;
        }
        if (known == null) {
            warnIfUnknown(now.get());
        } else {
            found = known.differs(now.get());
        }
        Optional<String> lost = ask(beat::write);
        if (found.isEmpty()) {
            found = lost.map(detail -> new DatabaseWentBack(Sign.ROW, detail));
        }
        known = now.get();
        found.ifPresent(this::report);
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T ask(Question<T> question) throws SQLException {
        Connection connection = own;
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silentAfter.toMillis()));
            own = connection;
        }
        try {
            return question.of(connection);
        } catch (SQLException e) {
            own = null;
            close(connection);
            throw e;
        }
    }

    /** Gives it back to the pool as it was, if it still is one. */
    private static void close(Connection asked) {
        try (asked) {
            asked.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException e) {
            LOG.debugf("A connection that was broken is gone: %s", e.getMessage());
        }
    }

    private static void warnIfUnknown(DatabaseIdentity identity) {
        if (identity.equals(DatabaseIdentity.UNKNOWN)) {
            LOG.error(
                    "The service's role may not read which PostgreSQL this is, so a failover shows only by rows that are lost:"
                            + " grant it execute on pg_control_system(), pg_current_wal_lsn() and pg_walfile_name(pg_lsn)");
        }
    }

    /** Counts, logs and fires what was seen; for whoever sees a sign of it elsewhere. */
    public void report(DatabaseWentBack wentBack) {
        counter(wentBack.sign()).increment();
        LOG.errorf("The database went back (%s): %s", wentBack.sign(), wentBack.detail());
        try {
            event.fire(wentBack);
        } catch (RuntimeException e) {
            LOG.errorf(e, "What follows from a database that went back failed");
        }
    }
}
