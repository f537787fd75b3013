package dev.aisle.recommender.models.gate;

import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.RegisteredModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a model may serve that learned from somebody who was erased: receipts of erasures promise it. */
@Singleton
public class Unlearning {
    private final ModelRepository models;
    private final Duration within;
    private final AtomicInteger overdue = new AtomicInteger();

    Unlearning(
            ModelRepository models,
            @ConfigProperty(name = "aisle.training.after-erasure-within") Duration within,
            MeterRegistry registry) {
        this.models = models;
        this.within = within;
        Gauge.builder("aisle.models.unlearning.overdue", overdue, AtomicInteger::get)
                .description(
                        "1 while a model serves that learned from somebody whose erasure promised another one by now")
                .register(registry);
    }

    /** Whether half of the time is over, so that the next model serves whatever the gate says. */
    boolean outranksGate(RegisteredModel serving) {
        return olderThan(serving, within.dividedBy(2));
    }

    /** Whether the model that serves has learned from somebody who was erased since. */
    public boolean due() {
        return models.serving().filter(model -> model.erasedSince() != null).isPresent();
    }

    /** Looks whether the promise is kept. */
    public void look() {
        overdue.set((int) models.serving().stream()
                .filter(model -> olderThan(model, within))
                .count());
    }

    private static boolean olderThan(RegisteredModel model, Duration span) {
        Instant since = model.erasedSince();
        return since != null && since.plus(span).isBefore(Instant.now());
    }
}
