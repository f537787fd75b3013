package dev.aisle.ingest.shared.broker;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.ShopPrefix;
import dev.aisle.contracts.TopicAccess;
import dev.aisle.platform.audit.StaffRecords;
import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Read, decide, write, with nobody in between: compare-and-set over a topic, without a database. Each turn opens a producer
 * with the task's transactional id. The broker then ends what another instance has open under that id and refuses whatever
 * it still tries to write, so what is read after the opening is the last word until the commit.
 */
@Singleton
@Keeps(ofNobody = "locks by task")
public class ExclusiveWriter {
    private static final Logger LOG = Logger.getLogger(ExclusiveWriter.class);
    private static final int ATTEMPTS = 4;
    private static final int PATIENCE_MILLIS = 6_000;

    private final String bootstrapServers;
    private final @Nullable StaffRecords staff;
    private final ConcurrentHashMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Inject
    ExclusiveWriter(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, @Nullable StaffRecords staff) {
        this.bootstrapServers = bootstrapServers;
        this.staff = staff;
    }

    /** Writes for nobody of staff. */
    public ExclusiveWriter(String bootstrapServers) {
        this(bootstrapServers, null);
    }

    /** The right to write until somebody else takes its turn. */
    public static final class Turn {
        private final Producer<String, byte[]> producer;
        private final @Nullable StaffRecords staff;

        private Turn(Producer<String, byte[]> producer, @Nullable StaffRecords staff) {
            this.producer = producer;
            this.staff = staff;
        }

        /**
         * Writes all records or none; in their order per key. Returns when readers see them. Who of staff asked for it is one more record of the transaction, for the
         * audit log.
         *
         * @param about what the audit log is to know beside the route
         */
        public void commit(List<ProducerRecord<String, byte[]>> records, Map<String, String> about) {
            producer.beginTransaction();
            records.forEach(record -> {
                var _ = producer.send(record);
            });
            if (staff == null) {
                producer.commitTransaction();
                return;
            }
            staff.open(about).ifPresent(audit -> {
                var _ = producer.send(AuditRecordWriter.of(audit));
            });
            producer.commitTransaction();
            staff.recorded();
        }
    }

    /**
     * Runs one turn of a task; in this process one after the other, among all of them the last one wins.
     *
     * @param work may run again from the start when another instance took its turn in between
     * @return what the work returns; empty when the broker doesn't answer or others came in between each time
     */
    public <T> Optional<T> inTurn(String task, Function<Turn, Optional<T>> work) {
        ReentrantLock lock = locks.computeIfAbsent(task, ignored -> new ReentrantLock());
        if (!entered(lock)) {
            return Optional.empty();
        }
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try {
                    return attempt(task, work);
                } catch (KafkaException e) {
                    if (!fenced(e)) {
                        throw e;
                    }
                    LOG.infof("Another instance took its turn at %s; attempt %d", task, attempt);
                }
            }
        } catch (KafkaException e) {
            LOG.warnf("The broker did not take a change of %s: %s", task, e.toString());
        } finally {
            lock.unlock();
        }
        return Optional.empty();
    }

    private <T> Optional<T> attempt(String task, Function<Turn, Optional<T>> work) {
        Producer<String, byte[]> producer = newProducer(transactionalId(task));
        try {
            producer.initTransactions();
            return work.apply(new Turn(producer, staff));
        } finally {
            // What was begun and not committed is ended by the next turn, or by the broker after the time-out.
            producer.close(Duration.ZERO);
        }
    }

    /** One that a broker which checks rights gives this service. */
    private static String transactionalId(String task) {
        String id = ShopPrefix.before("aisle-event-ingest-" + task);
        if (!TopicAccess.EVENT_INGEST.transactionalIds().contains(id)) {
            throw new IllegalArgumentException(id + " is not among the transactions of TopicAccess");
        }
        return id;
    }

    private static boolean fenced(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || fenced(failure.getCause()));
    }

    private static boolean entered(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Producer<String, byte[]> newProducer(String transactionalId) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                transactionalId,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                30_000,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS);
        return new KafkaProducer<>(BrokerSecurity.with(settings), new StringSerializer(), new ByteArraySerializer());
    }
}
