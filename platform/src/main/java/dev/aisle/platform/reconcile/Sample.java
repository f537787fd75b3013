package dev.aisle.platform.reconcile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What there is of some people, of each all or nothing: of as many as fit a bound. It begins with everybody and leaves out every second one, always the
 * same, each time that there is too much.
 *
 * @param <T> of which a person has several
 */
final class Sample<T> {
    private final int most;
    private final Map<String, List<T>> people = new HashMap<>();
    private int oneIn = 1;
    private int size;

    /** Takes the bound. */
    Sample(int most) {
        this.most = most;
    }

    /** Whether this person belongs to it now. */
    boolean includes(String pseudonym) {
        var crc = new CRC32();
        crc.update(pseudonym.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % oneIn == 0;
    }

    /** One in so many people belongs to it. */
    int oneIn() {
        return oneIn;
    }

    /** Everything by pseudonym. */
    Map<String, List<T>> people() {
        return people;
    }

    /** Puts something to a person who is included. */
    void put(String pseudonym, T one) {
        people.computeIfAbsent(pseudonym, _ -> new ArrayList<>()).add(one);
        size++;
        while (size > most && people.size() > 1) {
            oneIn *= 2;
            people.keySet().removeIf(person -> !includes(person));
            size = people.values().stream().mapToInt(List::size).sum();
        }
    }
}
