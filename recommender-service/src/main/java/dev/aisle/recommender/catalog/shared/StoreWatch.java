package dev.aisle.recommender.catalog.shared;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Whether the object store of model files answers, by the last question that was asked. */
@Singleton
public class StoreWatch {
    private static final Logger LOG = Logger.getLogger(StoreWatch.class);

    private volatile String failure = "";

    StoreWatch(MeterRegistry registry) {
        Gauge.builder(
                        "aisle.models.store.unreachable",
                        this,
                        watch -> watch.failure().isEmpty() ? 0 : 1)
                .description("1 while the object store of model files doesn't answer this instance")
                .register(registry);
    }

    /** Why it doesn't answer; empty when it does, and when there is none. */
    public String failure() {
        return failure;
    }

    void answered() {
        if (!failure.isEmpty()) {
            failure = "";
            LOG.info("The object store of model files answers again");
        }
    }

    void failed(String why) {
        if (failure.isEmpty()) {
            LOG.errorf("The object store of model files doesn't answer; what is in use stays in use: %s", why);
        }
        failure = why;
    }
}
