package dev.aisle.privacy.consent.enforcement;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.EnforcementReport;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The latest report of every process that enforces consent. */
@Singleton
@Unremovable
@Keeps(ofNobody = "what services have applied of the topic of consents, by partition")
public class EnforcementPoints extends CompactedView<Point> {
    private static final Duration LONGEST_TOLERATED = Duration.ofMinutes(10);

    private final DeadLetters deadLetters;
    private final Object news = new Object();
    private long reports;

    EnforcementPoints(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters) {
        super(Topic.ENFORCEMENT_POINTS, bootstrapServers, tolerated);
        this.deadLetters = deadLetters;
    }

    /** Who there is. The moment is read first, so that the reports are at least as new. */
    public RollCall rollCall() {
        long confirmed = confirmedNanos();
        return new RollCall(all(), confirmed);
    }

    /** Grows with everything that could change a roll call. */
    public long news() {
        synchronized (news) {
            return reports;
        }
    }

    /** Waits until there are more news than these, or a deadline. */
    public void awaitNews(long known, long deadlineNanos) throws InterruptedException {
        synchronized (news) {
            long left = deadlineNanos - System.nanoTime();
            while (reports == known && left > 0) {
                news.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
                left = deadlineNanos - System.nanoTime();
            }
        }
    }

    @Override
    protected void wentOn(Map<Integer, Long> nextOffsets) {
        synchronized (news) {
            reports++;
            news.notifyAll();
        }
    }

    @Override
    protected Point read(ConsumerRecord<String, byte[]> record) {
        EnforcementReport report =
                RecordReader.parse(record, EnforcementReport.parser(), read -> violation(record, read));
        return new Point(
                report.getService(),
                report.getInstance(),
                report.getNextOffsetsMap(),
                System.nanoTime(),
                report.getLeft(),
                tolerated(report));
    }

    private static Duration tolerated(EnforcementReport report) {
        com.google.protobuf.Duration told = report.getToleratedSilence();
        return Duration.ofSeconds(told.getSeconds(), told.getNanos());
    }

    private static @Nullable String violation(ConsumerRecord<String, byte[]> record, EnforcementReport report) {
        if (!report.getInstance().equals(record.key())) {
            return "the key isn't the instance";
        }
        long seconds = report.getToleratedSilence().getSeconds();
        int nanos = report.getToleratedSilence().getNanos();
        boolean sane = seconds >= 0 && seconds <= LONGEST_TOLERATED.toSeconds() && nanos >= 0 && nanos < 1_000_000_000;
        return sane ? RecordReader.present("service", report.getService()) : "tolerated_silence is out of range";
    }

    /** What nobody can read changes nothing: the process is reckoned with by its last readable report until it is silent too long. */
    @Override
    protected @Nullable Point unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.put(record, reason);
        return get(record.key());
    }
}
