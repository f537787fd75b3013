package dev.aisle.ingest.catalog.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What became of the changes, counted. */
@Singleton
public class CatalogMetrics {
    private final MeterRegistry registry;

    public CatalogMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What a change did. */
    enum Effect {
        /** The catalogue shows something else now. */
        APPLIED,
        /** The catalogue shows the same. */
        UNCHANGED,
        /** Something newer was known. */
        OUTDATED,
        /** Waits for its product. */
        PENDING,
        /** Waited too long for its product. */
        UNKNOWN_PRODUCT,
        UNREADABLE
    }

    void count(Effect effect) {
        Counter.builder("aisle.catalog.changes")
                .description("Changes of the catalogue by what they did")
                .tag("effect", effect.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry)
                .increment();
    }
}
