package dev.aisle.ingest.refine.steps;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What became of raw events. Every one is counted once more when its transaction is aborted and it is read again; none is left out, so that beside
 * the door's count a loss shows.
 */
@Singleton
public class RefineMetrics {
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private final Counter lateLogIns;

    public RefineMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("aisle.refine.events")
                            .description("Raw events by what became of them in refine")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        lateLogIns = Counter.builder("aisle.refine.late.log.ins")
                .description("Log-ins of customers who had been erased when refine read them: the browser stays")
                .register(registry);
    }

    /** What became of an event. */
    enum Outcome {
        /** Went on, for everybody. */
        REFINED,
        /** Was there before. */
        DUPLICATE,
        /** Not allowed any more. */
        REJECTED,
        /** Belongs to somebody else and comes again under that pseudonym. */
        MERGED,
        UNREADABLE
    }

    /** A log-in came after the erasure of its customer. The erasure didn't know of the browser, and a sealed event can't be opened any more. */
    void countLateLogIn() {
        lateLogIns.increment();
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(counters.get(outcome), "each outcome has a counter")
                .increment();
    }
}
