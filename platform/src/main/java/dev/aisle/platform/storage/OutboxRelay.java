package dev.aisle.platform.storage;

import dev.aisle.platform.kafka.Producers;
import dev.aisle.platform.storage.RelayedMessages.Relayed;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Moves outbox rows to Kafka in the order in which they were written. One instance of a service relays at a time (an
 * advisory lock of the database says which), so the order holds across instances.
 */
@Singleton
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6169736c65L;
    private static final int BATCH = 1_000;
    private static final long IDLE_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 500;
    private static final long GATHER_MILLIS = 10;

    /** A row of a transaction that ends late has a lower number than rows that were sent; beyond this, looking from the first row finds it. */
    private static final long LOOK_BACK = 1_000;

    private static final long FROM_FIRST_ROW_EVERY = TimeUnit.SECONDS.toNanos(1);

    /**
     * What was sent lies before what was not until the table is vacuumed, so that reading the table would be reading that. Only a plain scan of the
     * index remembers what it met as gone; one by a bitmap, planned while the table was empty, meets it again each time.
     */
    private static final String ALONE_AND_BY_INDEX = """
        select pg_try_advisory_xact_lock(?), set_config('enable_seqscan', 'off', true),
            set_config('enable_bitmapscan', 'off', true)
        """;

    private static final String SELECT =
            "select id, event_id, topic, record_key, payload, event_type, traceparent, created_at from outbox"
                    + " where id > ? order by id limit " + BATCH;

    private final AgroalDataSource dataSource;
    private final Producers producers;
    private final List<RelayedMessages> listeners;
    private final String source;
    private final OutboxMetrics metrics;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private long last;
    private long lookedFromFirst;
    private volatile boolean running = true;

    OutboxRelay(
            AgroalDataSource dataSource,
            Producers producers,
            @All List<RelayedMessages> listeners,
            OutboxMetrics metrics,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.listeners = List.copyOf(listeners);
        this.metrics = metrics;
        this.source = source;
        this.thread = Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** There is something to send. */
    void wake() {
        work.release();
    }

    private void run() {
        boolean healthy = true;
        while (running) {
            try {
                int sent = relayBatch();
                healthy = true;
                if (sent == 0) {
                    work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                } else if (sent < BATCH) {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                }
                work.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (healthy) {
                    LOG.warnf("The outbox waits: %s", e.getMessage());
                }
                healthy = false;
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int relayBatch() throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<OutboxRow> rows = lock(connection) ? select(connection, from()) : List.of();
                metrics.found(rows);
                List<Relayed> relayed = send(rows);
                for (RelayedMessages listener : listeners) {
                    listener.relayed(connection, relayed);
                }
                delete(connection, rows);
                connection.commit();
                metrics.sent(rows.size());
                if (!rows.isEmpty()) {
                    last = Math.max(last, rows.getLast().id());
                }
                return rows.size();
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ALONE_AND_BY_INDEX)) {
            lock.setLong(1, LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The number after which rows are looked for: near the last one that was sent, and each second from the first row on. */
    private long from() {
        long now = System.nanoTime();
        if (last == 0 || now - lookedFromFirst > FROM_FIRST_ROW_EVERY) {
            lookedFromFirst = now;
            return 0;
        }
        return last - LOOK_BACK;
    }

    private static List<OutboxRow> select(Connection connection, long from) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, from);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(OutboxRow.of(found));
                }
            }
        }
        return rows;
    }

    private List<Relayed> send(List<OutboxRow> rows) throws InterruptedException, ExecutionException {
        Producer<String, byte[]> producer = producers.reliable();
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(producer.send(row.toRecord(source)));
        }
        List<Relayed> relayed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            RecordMetadata place = sent.get(i).get();
            OutboxRow row = rows.get(i);
            if (row.payload() != null) {
                relayed.add(new Relayed(row.topic(), row.key(), row.payload(), place));
            }
        }
        return relayed;
    }

    private static void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::id).toArray()));
            delete.executeUpdate();
        }
    }
}
