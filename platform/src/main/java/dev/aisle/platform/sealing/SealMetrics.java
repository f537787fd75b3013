package dev.aisle.platform.sealing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What was sealed, what went on clear, and what nobody can open any more. */
final class SealMetrics {
    private final Counter sealed;
    private final Counter withoutKey;
    private final Counter unknownSealingKey;
    private final Counter keyGone;
    private final Counter unauthentic;

    SealMetrics(MeterRegistry meters) {
        this.sealed = Counter.builder("aisle.payloads.sealed")
                .description("Events that were sealed with their person's key")
                .register(meters);
        this.withoutKey = clear(meters, "no-key");
        this.unknownSealingKey = clear(meters, "unknown-sealing-key");
        this.keyGone = unreadable(meters, "key-gone");
        this.unauthentic = unreadable(meters, "unauthentic");
    }

    private static Counter clear(MeterRegistry meters, String cause) {
        return Counter.builder("aisle.payloads.clear")
                .description("Events that went into the log unsealed though sealing is on")
                .tag("cause", cause)
                .register(meters);
    }

    private static Counter unreadable(MeterRegistry meters, String cause) {
        return Counter.builder("aisle.payloads.unreadable")
                .description("Sealed events that no key of their person opens; they are skipped")
                .tag("cause", cause)
                .register(meters);
    }

    void countSealed() {
        sealed.increment();
    }

    void countClear(boolean noKey) {
        (noKey ? withoutKey : unknownSealingKey).increment();
    }

    void countUnreadable(boolean noKey) {
        (noKey ? keyGone : unauthentic).increment();
    }
}
