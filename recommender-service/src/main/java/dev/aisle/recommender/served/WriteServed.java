package dev.aisle.recommender.served;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.consent.ConsentAtUse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers beside the answering, some together. While the database or the consents are away they wait, as many as there is room for; what can't be
 * kept is counted ({@code aisle.served.dropped}), and logged once a minute.
 */
@Singleton
@Keeps(
        ofPersons =
                "answers on their way into served_list; RecordServed asks consents and successors when it writes them")
public class WriteServed {
    private static final Logger LOG = Logger.getLogger(WriteServed.class);
    private static final int TOGETHER = 200;
    private static final int TRIES = 5;
    private static final long GATHER_MILLIS = 100;
    private static final long PAUSE_MILLIS = 500;
    private static final long FAREWELL_MILLIS = 3_000;
    private static final long BETWEEN_LOGS_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** Before those who say farewell to the broker: nobody's consent is known afterwards. */
    private static final int FIRST = 1;

    private final RecordServed recordServed;
    private final ConsentAtUse consents;
    private final BlockingQueue<Answered> waiting;
    private final Counter written;
    private final Counter full;
    private final Counter failed;
    private final AtomicLong logged = new AtomicLong(System.nanoTime() - BETWEEN_LOGS_NANOS);
    private final Thread writer =
            Thread.ofPlatform().daemon().name("served-lists").unstarted(this::run);
    private volatile boolean stopping;

    WriteServed(RecordServed recordServed, ConsentAtUse consents, ServedSettings settings, MeterRegistry metrics) {
        if (settings.waiting() < 1) {
            throw new IllegalArgumentException("aisle.served.waiting: expected at least 1, is " + settings.waiting());
        }
        this.recordServed = recordServed;
        this.consents = consents;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.written = Counter.builder("aisle.served.written")
                .description("Answers that were kept to be explained and learned from")
                .register(metrics);
        this.full = dropped("full", metrics);
        this.failed = dropped("failed", metrics);
        Gauge.builder("aisle.served.waiting", waiting, Queue::size)
                .description("Answers that wait to be written")
                .register(metrics);
    }

    private static Counter dropped(String why, MeterRegistry metrics) {
        return Counter.builder("aisle.served.dropped")
                .description("Answers that were served and not kept")
                .tag("why", why)
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        writer.start();
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        writer.join(FAREWELL_MILLIS);
    }

    /** Takes an answer, if there is room. */
    public void offer(Answered answer) {
        if (!waiting.offer(answer)) {
            full.increment();
            log("the writer is behind", null);
        }
    }

    /** Counts answers that can't be kept. */
    public void failed(int answers, RuntimeException cause) {
        failed.increment(answers);
        log("they can't be written", cause);
    }

    private void log(String why, @Nullable RuntimeException cause) {
        long last = logged.get();
        long now = System.nanoTime();
        if (now - last >= BETWEEN_LOGS_NANOS && logged.compareAndSet(last, now)) {
            LOG.warnf(cause, "Answers aren't kept: %s; further ones are counted only", why);
        }
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                List<Answered> batch = next();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The writing of answers ends");
        }
    }

    /** What came within a moment. */
    private List<Answered> next() throws InterruptedException {
        List<Answered> batch = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        while (batch.size() < TOGETHER) {
            Answered one = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (one == null) {
                return batch;
            }
            batch.add(one);
        }
        return batch;
    }

    private void write(List<Answered> batch) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                consents.use(
                        batch.stream().map(answer -> answer.list().seen()).toList(), () -> recordServed.record(batch));
                written.increment(batch.size());
                return;
            } catch (RuntimeException e) {
                if (tries == TRIES || stopping) {
                    failed(batch.size(), e);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
