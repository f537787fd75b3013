package dev.aisle.platform.positions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Counts and logs where the log doesn't have what a consumer must read. Nothing that the services do brings it back. */
@Startup
@Singleton
class LogGaps {
    private static final Logger LOG = Logger.getLogger(LogGaps.class);

    private static final String REMOVED = "removed";
    private static final String WENT_BACK = "log-went-back";

    private final MeterRegistry metrics;

    LogGaps(MeterRegistry metrics) {
        this.metrics = metrics;
        counter(REMOVED);
        counter(WENT_BACK);
    }

    /** The records between the position and the log's start were removed before they were taken. */
    void removed(String consumer, TopicPartition partition, long position, long start) {
        counter(REMOVED).increment();
        LOG.errorf(
                "%s stood at %d of %s, and the log begins at %d: what lay between is lost for this database unless it is taken from the archive",
                consumer, position, partition, start);
    }

    /** The log ends before the position: its broker went back, and what comes now has offsets that count as taken. */
    void wentBack(String consumer, TopicPartition partition, long position, long end) {
        counter(WENT_BACK).increment();
        LOG.errorf(
                "%s stood at %d of %s, and the log ends at %d: the broker went back. It goes on at the end; records that came before may be left out",
                consumer, position, partition, end);
    }

    private Counter counter(String cause) {
        return Counter.builder("aisle.log.gaps")
                .description("Times that the log didn't have what a consumer had to read")
                .tag("cause", cause)
                .register(metrics);
    }
}
