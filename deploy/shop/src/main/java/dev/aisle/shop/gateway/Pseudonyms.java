package dev.aisle.shop.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pseudonyms that were asked for lately. They are kept briefly: a key may rotate, and whoever was erased comes back under another one. */
final class Pseudonyms {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Map<Subject, Known> known = new ConcurrentHashMap<>();

    private record Known(String pseudonym, Instant until) {}

    Optional<String> of(Subject subject) {
        return Optional.ofNullable(known.get(subject))
                .filter(kept -> Instant.now().isBefore(kept.until()))
                .map(Known::pseudonym);
    }

    void keep(Subject subject, String pseudonym) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(subject, new Known(pseudonym, Instant.now().plus(KEPT)));
    }

    void forget(Subject subject) {
        known.remove(subject);
    }
}
