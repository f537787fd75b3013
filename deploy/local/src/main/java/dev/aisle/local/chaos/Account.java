package dev.aisle.local.chaos;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One person's events: acknowledged by whoever sends, arrived as read from the topic. */
final class Account {
    private static final int MOST_REMARKS = 5;
    private final int person;
    private final BitSet acknowledged = new BitSet();
    private final BitSet arrived = new BitSet();
    private final List<String> remarks = new ArrayList<>();
    private int highest = -1;
    private long lastSequence;
    private long doubled;
    private long swapped;
    private long sequenceBreaks;

    Account(int person) {
        this.person = person;
    }

    synchronized void acknowledged(int from, int until) {
        acknowledged.set(from, until);
    }

    synchronized void arrived(int number, long personSequence) {
        if (arrived.get(number)) {
            doubled++;
            remark(number, "came twice");
        } else if (number < highest) {
            swapped++;
            remark(number, "came after number " + highest);
        }
        arrived.set(number);
        highest = Math.max(highest, number);
        if (personSequence != lastSequence + 1) {
            sequenceBreaks++;
            remark(number, "is counted " + personSequence + ". after " + lastSequence + ".");
        }
        lastSequence = personSequence;
    }

    synchronized Findings findings() {
        var missing = (BitSet) acknowledged.clone();
        missing.andNot(arrived);
        missing.stream().limit(MOST_REMARKS).forEach(number -> remark(number, "never came"));
        return new Findings(
                acknowledged.cardinality(),
                arrived.cardinality(),
                missing.cardinality(),
                doubled,
                swapped,
                sequenceBreaks,
                List.copyOf(remarks));
    }

    private void remark(int number, String what) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add("person " + person + ", number " + number + " " + what);
        }
    }
}
