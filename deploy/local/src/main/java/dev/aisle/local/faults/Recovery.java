package dev.aisle.local.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * How long after a fault was put right everything worked again.
 *
 * @param unwell what still didn't when nobody waited any longer; nothing as a rule
 */
record Recovery(Fault fault, double seconds, List<String> unwell) {
    static final double MOST_SECONDS = 60;

    Recovery {
        unwell = List.copyOf(unwell);
    }

    /** What is wrong with any of them. */
    static List<String> violations(List<Recovery> all) {
        var found = new ArrayList<String>();
        for (var one : all) {
            if (!one.unwell().isEmpty()) {
                found.add(one.fault().spoken() + ": after " + Math.round(one.seconds()) + " s still without "
                        + String.join(", ", one.unwell()));
            } else if (one.seconds() >= MOST_SECONDS) {
                found.add(one.fault().spoken() + ": recovered after " + Math.round(one.seconds()) + " s only");
            }
        }
        return found;
    }
}
