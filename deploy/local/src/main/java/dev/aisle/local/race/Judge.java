package dev.aisle.local.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts uses, and finds those that began after the acknowledged withdrawal. */
final class Judge {
    private static final int MOST_REMARKS_A_KIND = 5;
    private final Map<Kind, LongAdder> asked = counters();
    private final Map<Kind, LongAdder> allowed = counters();
    private final LongAdder afterWithdrawal = new LongAdder();
    private final Map<Kind, LongAdder> violations = counters();
    private final List<String> remarks = new ArrayList<>();

    private static Map<Kind, LongAdder> counters() {
        Map<Kind, LongAdder> counters = new EnumMap<>(Kind.class);
        Arrays.stream(Kind.values()).forEach(kind -> counters.put(kind, new LongAdder()));
        return counters;
    }

    /**
     * A use was asked for and answered.
     *
     * @param closedBefore {@link Consenting#closed()} before it began
     * @param personal whether the person's data was used
     */
    void used(Consenting person, Kind kind, long closedBefore, boolean personal) {
        counter(asked, kind).increment();
        if (personal) {
            counter(allowed, kind).increment();
        }
        // A grant that was asked for meanwhile may have been in time.
        if (closedBefore != 0 && person.closed() == closedBefore) {
            afterWithdrawal.increment();
            if (personal) {
                violated(person, kind, "began after the acknowledged withdrawal " + closedBefore);
            }
        }
    }

    /** So many events were used in silence, as they may be. */
    void found(Kind kind, long used) {
        counter(allowed, kind).add(used);
    }

    /**
     * Events were used in silence.
     *
     * @param used how many
     * @param most how many there may be
     */
    void stored(Consenting person, Kind kind, long used, long most) {
        counter(asked, kind).increment();
        afterWithdrawal.increment();
        if (used > most) {
            violated(person, kind, used + " events were used where at most " + most + " may be");
        }
    }

    private void violated(Consenting person, Kind kind, String how) {
        synchronized (remarks) {
            if (counter(violations, kind).sum() < MOST_REMARKS_A_KIND) {
                remarks.add(kind + " of " + person.customer() + ": " + how);
            }
            counter(violations, kind).increment();
        }
    }

    private static LongAdder counter(Map<Kind, LongAdder> counters, Kind kind) {
        return counters.computeIfAbsent(kind, _ -> new LongAdder());
    }

    long uses() {
        return total(asked);
    }

    long usesAfterWithdrawal() {
        return afterWithdrawal.sum();
    }

    long violations() {
        return total(violations);
    }

    private static long total(Map<Kind, LongAdder> counters) {
        return counters.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often the person's data was used. A kind with 0 was not put to the test. */
    long allowed(Kind kind) {
        return counter(allowed, kind).sum();
    }

    /** The first few of each kind, so that a quick one doesn't hide the others. */
    List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }
}
