package dev.aisle.campaign.experiments.flags.usecase;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt a moment ago, by key, in two generations: the older one goes as a whole, so that nothing of a person is held for longer than the span
 * while anything is asked.
 */
final class Recently<V> {
    private static final int MOST = 50_000;

    private final long generationNanos;
    private Map<String, V> young = new HashMap<>();
    private Map<String, V> old = new HashMap<>();
    private long bornNanos = System.nanoTime();

    /** @param span how long a value is held at most */
    Recently(Duration span) {
        this.generationNanos = span.toNanos() / 2;
    }

    synchronized @Nullable V get(String key) {
        turn();
        V value = young.get(key);
        return value == null ? old.get(key) : value;
    }

    synchronized void put(String key, V value) {
        turn();
        young.put(key, value);
    }

    synchronized void forget(String key) {
        young.remove(key);
        old.remove(key);
    }

    synchronized void forgetAll() {
        young.clear();
        old.clear();
    }

    private void turn() {
        long age = System.nanoTime() - bornNanos;
        if (age >= generationNanos || young.size() >= MOST) {
            old = age >= 2 * generationNanos ? new HashMap<>() : young;
            young = new HashMap<>();
            bornNanos = System.nanoTime();
        }
    }
}
