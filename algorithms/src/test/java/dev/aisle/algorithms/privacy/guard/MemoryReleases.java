package dev.aisle.algorithms.privacy.guard;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Releases that live as long as a test. */
final class MemoryReleases implements Releases {
    private final Map<String, Release> kept = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    @Override
    public Optional<Release> find(String question) {
        return Optional.ofNullable(kept.get(question));
    }

    @Override
    public boolean charge(String reader, int answers, int answersADay, Instant now) {
        if (used(reader, now) + answers > answersADay) {
            return false;
        }
        used.merge(day(reader, now), answers, Integer::sum);
        return true;
    }

    @Override
    public int used(String reader, Instant now) {
        return used.getOrDefault(day(reader, now), 0);
    }

    @Override
    public void keep(String question, Release release) {
        kept.put(question, release);
    }

    private static String day(String reader, Instant now) {
        return reader + now.toString().substring(0, 10);
    }
}
