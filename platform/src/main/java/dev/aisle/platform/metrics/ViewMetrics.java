package dev.aisle.platform.metrics;

import dev.aisle.platform.kafka.CompactedView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether what a service knows of consents, erasures and the like is what the broker has. While it isn't, it denies. */
@Singleton
class ViewMetrics {
    private final List<CompactedView<?>> views;
    private final MeterRegistry registry;

    ViewMetrics(@All List<CompactedView<?>> views, MeterRegistry registry) {
        this.views = List.copyOf(views);
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        for (CompactedView<?> view : views) {
            Gauge.builder("aisle.view.current", view, one -> one.current() ? 1 : 0)
                    .description("1 while a view of a compacted topic has what the broker has; 0 means denials")
                    .tag("topic", view.topicName())
                    .tag(
                            "view",
                            ClientProxy.unwrap(view).getClass().getSimpleName().replace("_Subclass", ""))
                    .register(registry);
            TimeGauge.builder("aisle.view.silence", view, TimeUnit.MILLISECONDS, one ->
                            (double) one.silence().toMillis())
                    .description("How long the broker hasn't confirmed that a view of a compacted topic has everything")
                    .tag("topic", view.topicName())
                    .tag(
                            "view",
                            ClientProxy.unwrap(view).getClass().getSimpleName().replace("_Subclass", ""))
                    .register(registry);
            Gauge.builder("aisle.view.keys", view, CompactedView::size)
                    .description("Keys in a view of a compacted topic")
                    .tag("topic", view.topicName())
                    .tag(
                            "view",
                            ClientProxy.unwrap(view).getClass().getSimpleName().replace("_Subclass", ""))
                    .register(registry);
        }
    }
}
