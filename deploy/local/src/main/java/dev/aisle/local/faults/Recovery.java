package dev.aisle.local.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * How long after a fault was put right everything worked again.
 *
 * @param unwell what still didn't when nobody waited any longer; nothing as a rule
 */
record Recovery(Fault fault, double seconds, List<String> unwell) {
    Recovery {
        unwell = List.copyOf(unwell);
    }

    /** What is wrong with any of them under these limits. */
    static List<String> violations(List<Recovery> all, Limits limits) {
        var found = new ArrayList<String>();
        for (var one : all) {
            if (!one.unwell().isEmpty()) {
                found.add(one.fault().spoken() + ": after " + Math.round(one.seconds()) + " s still without "
                        + String.join(", ", one.unwell()));
            } else if (one.seconds() >= limits.recovery().toSeconds()) {
                found.add(one.fault().spoken() + ": recovered after " + Math.round(one.seconds()) + " s only");
            }
        }
        return found;
    }
}
