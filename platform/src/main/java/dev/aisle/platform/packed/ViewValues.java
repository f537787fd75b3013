package dev.aisle.platform.packed;

import dev.aisle.contracts.Keeps;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a view keeps, by key: as objects where there are few, as bytes where there is one a person.
 *
 * @param <V> what is kept of a key
 */
@Keeps(ofPersons = "what a view keeps by key; the view takes it out")
public interface ViewValues<V> {
    /** Returns the value of a key; {@code null} when there is none. */
    @Nullable
    V get(String key);

    /** Sets the value of a key. */
    void put(String key, V value);

    /** Takes a key out. */
    void remove(String key);

    /** Returns how many keys there are. */
    int size();

    /** Gives every key and its value, in no order. */
    void forEach(BiConsumer<String, V> each);

    /** Returns empty values that are kept as objects. */
    static <V> ViewValues<V> asObjects() {
        return new Objects<>(new ConcurrentHashMap<>());
    }

    /** Returns empty values that are kept as bytes. */
    static <V> ViewValues<V> asBytes(Packing<V> packing) {
        return new PackedMap<>(packing);
    }

    /**
     * Values as objects.
     *
     * @param map of them
     * @param <V> a value
     */
    record Objects<V>(Map<String, V> map) implements ViewValues<V> {
        @Override
        public @Nullable V get(String key) {
            return map.get(key);
        }

        @Override
        public void put(String key, V value) {
            map.put(key, value);
        }

        @Override
        public void remove(String key) {
            map.remove(key);
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public void forEach(BiConsumer<String, V> each) {
            map.forEach(each);
        }
    }
}
