package dev.aisle.privacy.rights.request.edge;

import dev.aisle.privacy.rights.request.usecase.Deadlines;
import dev.aisle.privacy.rights.request.usecase.Deadlines.Due;
import dev.aisle.privacy.rights.request.usecase.RunDueRequests;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Begins requests whose time has come, and reminds of deadlines: in the log, as a metric, in the list of what is due. */
@ApplicationScoped
class RequestClock {
    private static final Logger LOG = Logger.getLogger(RequestClock.class);

    private final RunDueRequests runDueRequests;
    private final Deadlines deadlines;
    private final AtomicLong dueSoon = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    RequestClock(RunDueRequests runDueRequests, Deadlines deadlines, MeterRegistry metrics) {
        this.runDueRequests = runDueRequests;
        this.deadlines = deadlines;
        Gauge.builder("aisle.requests.due.soon", dueSoon, AtomicLong::get)
                .description("Requests of people whose deadline is near")
                .register(metrics);
        Gauge.builder("aisle.requests.overdue", overdue, AtomicLong::get)
                .description("Requests of people whose deadline has passed")
                .register(metrics);
    }

    @Scheduled(every = "${aisle.requests.check-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void begin() {
        int begun = runDueRequests.run(Instant.now());
        if (begun > 0) {
            LOG.infof("Began %d requests whose time has come", begun);
        }
    }

    @Scheduled(every = "${aisle.requests.remind-every:15m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        for (Due due : deadlines.remind()) {
            LOG.warnf(
                    "Request %s (%s) must be answered by %s",
                    due.id(), due.type().wireName(), due.dueAt());
        }
        Deadlines.Counts counts = deadlines.count();
        dueSoon.set(counts.dueSoon());
        overdue.set(counts.overdue());
    }
}
