package dev.aisle.ingest.rejections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects things of a topic and keeps the newest of them: what comes may be far more than what a page shows.
 *
 * @param <T> the thing
 */
public final class NewestFirst<T> {
    private static final int KEPT = 500;

    private record Entry<T>(long identity, Instant at, T value) {
        static <T> Comparator<Entry<T>> order() {
            return Comparator.<Entry<T>, Instant>comparing(Entry::at).reversed().thenComparingLong(Entry::identity);
        }

        PageCursor cursor() {
            return new PageCursor(at, identity);
        }
    }

    /**
     * Some of the things, the newest first.
     *
     * @param next where the next page begins; {@code null} when this is the last
     */
    public record Page<T>(List<T> values, @Nullable PageCursor next) {
        public Page {
            values = List.copyOf(values);
        }
    }

    private final Function<T, Instant> time;
    private final @Nullable PageCursor after;
    private final Map<Long, Entry<T>> entries = new HashMap<>();
    private boolean older;

    /**
     * An empty collection of things that have a time.
     *
     * @param after the end of the page before; {@code null} for the first page
     */
    public NewestFirst(Function<T, Instant> time, @Nullable PageCursor after) {
        this.time = time;
        this.after = after;
    }

    /** Adds a thing, or replaces the one with the same identity. */
    public void add(long identity, T value) {
        Instant at = time.apply(value);
        if (after != null && !after.isBefore(at, identity)) {
            entries.remove(identity);
            return;
        }
        entries.put(identity, new Entry<>(identity, at, value));
        if (entries.size() >= 2 * KEPT) {
            List<Entry<T>> sorted = sorted();
            sorted.subList(KEPT, sorted.size()).forEach(entry -> entries.remove(entry.identity()));
            older = true;
        }
    }

    /** Changes the thing with that identity, when it is among the kept. */
    public void change(long identity, UnaryOperator<T> change) {
        entries.computeIfPresent(identity, (key, entry) -> new Entry<>(key, entry.at(), change.apply(entry.value())));
    }

    /** The first of those that match. */
    public Page<T> page(Predicate<T> matching, int limit) {
        List<Entry<T>> sorted = sorted();
        List<Entry<T>> found =
                sorted.stream().filter(entry -> matching.test(entry.value())).toList();
        List<T> values = found.stream().limit(limit).map(Entry::value).toList();
        if (found.size() > limit) {
            return new Page<>(values, found.get(limit - 1).cursor());
        }
        return new Page<>(values, older ? sorted.getLast().cursor() : null);
    }

    private List<Entry<T>> sorted() {
        List<Entry<T>> sorted = new ArrayList<>(entries.values());
        sorted.sort(Entry.order());
        return sorted;
    }
}
