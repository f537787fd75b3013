package dev.aisle.local.chaos;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the comparison of sent and arrived found.
 *
 * @param acknowledged events that the door has answered for
 * @param arrived      different events that came out of refine
 * @param missing      acknowledged and not arrived
 * @param doubled      arrivals of what had arrived before
 * @param swapped      first arrivals behind a later event of the same person
 * @param sequenceBreaks places where refine's count of a person doesn't go on by one
 * @param remarks      the first few, in words
 */
public record Findings(
        long acknowledged,
        long arrived,
        long missing,
        long doubled,
        long swapped,
        long sequenceBreaks,
        List<String> remarks) {
    static final Findings NONE = new Findings(0, 0, 0, 0, 0, 0, List.of());
    private static final int MOST_REMARKS = 20;

    public Findings {
        remarks = List.copyOf(remarks);
    }

    Findings plus(Findings other) {
        return new Findings(
                acknowledged + other.acknowledged,
                arrived + other.arrived,
                missing + other.missing,
                doubled + other.doubled,
                swapped + other.swapped,
                sequenceBreaks + other.sequenceBreaks,
                Stream.concat(remarks.stream(), other.remarks.stream())
                        .limit(MOST_REMARKS)
                        .toList());
    }

    /** Something was acknowledged, and of that nothing lost, nothing twice, nothing out of order. */
    public boolean clean() {
        return acknowledged > 0 && missing + doubled + swapped + sequenceBreaks == 0;
    }
}
