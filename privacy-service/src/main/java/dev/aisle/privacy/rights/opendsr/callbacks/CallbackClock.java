package dev.aisle.privacy.rights.opendsr.callbacks;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks again and again for what controllers must be told. */
@ApplicationScoped
class CallbackClock {
    private final TellControllers tellControllers;

    CallbackClock(TellControllers tellControllers) {
        this.tellControllers = tellControllers;
    }

    @Scheduled(
            every = "${aisle.opendsr.callbacks.check-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        tellControllers.notice();
        tellControllers.call();
    }
}
