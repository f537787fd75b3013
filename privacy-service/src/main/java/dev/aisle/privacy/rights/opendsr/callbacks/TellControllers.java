package dev.aisle.privacy.rights.opendsr.callbacks;

import dev.aisle.privacy.rights.opendsr.OpenDsrConfig;
import dev.aisle.privacy.rights.opendsr.OpenDsrRepository;
import dev.aisle.privacy.rights.opendsr.OpenDsrState;
import dev.aisle.privacy.rights.opendsr.ReadOpenDsrRequest;
import dev.aisle.privacy.rights.opendsr.callbacks.CallbackRepository.DueCallback;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices when a request's status has changed, and calls who wants to be told until it is heard or given up (8.5). */
@ApplicationScoped
class TellControllers {
    private static final int BATCH = 100;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final OpenDsrRepository repository;
    private final ReadOpenDsrRequest readRequest;
    private final CallbackRepository callbacks;
    private final CallController callController;
    private final OpenDsrConfig config;
    private final MeterRegistry metrics;

    TellControllers(
            OpenDsrRepository repository,
            ReadOpenDsrRequest readRequest,
            CallbackRepository callbacks,
            CallController callController,
            OpenDsrConfig config,
            MeterRegistry metrics) {
        this.repository = repository;
        this.readRequest = readRequest;
        this.callbacks = callbacks;
        this.callController = callController;
        this.config = config;
        this.metrics = metrics;
    }

    /** Puts down who must be told of what has changed; how many requests that were. */
    @Transactional
    public int notice() {
        Instant now = Instant.now();
        int changed = 0;
        for (var row : repository.holdUnreported(BATCH)) {
            RequestStatus status = readRequest.state(row).status();
            if (status != row.reportedStatus()) {
                row.report(status);
                row.callbackUrls().forEach(url -> callbacks.add(row.id(), url, status, now));
                changed++;
            }
        }
        return changed;
    }

    /** Makes the calls that are due. No transaction is open while somebody else's server takes its time. */
    public void call() {
        Instant now = Instant.now();
        List<DueCallback> due = QuarkusTransaction.requiringNew()
                .call(() -> callbacks.take(now, now.plus(config.callbacks().firstRetry()), BATCH));
        due.forEach(this::call);
    }

    private void call(DueCallback callback) {
        OpenDsrState state = read(callback.request());
        boolean heard = state != null && callController.call(callback, state);
        Counter.builder("aisle.opendsr.callbacks")
                .description("Calls that tell controllers of a request's state")
                .tag("result", heard ? "heard" : "failed")
                .register(metrics)
                .increment();
        Instant now = Instant.now();
        boolean givenUp = callback.attempts() >= config.callbacks().mostAttempts();
        QuarkusTransaction.requiringNew()
                .run(() -> callbacks.settle(
                        callback.id(),
                        heard ? now : null,
                        heard || givenUp ? null : now.plus(waiting(callback.attempts()))));
    }

    private @Nullable OpenDsrState read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> readRequest.read(id).orElse(null));
    }

    private Duration waiting(int attempts) {
        Duration wait = config.callbacks().firstRetry().multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
