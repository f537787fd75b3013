package dev.aisle.profile.segments.domain.evaluation;

import java.time.Instant;
import java.util.Iterator;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Looks ahead for the moment at which something that holds no longer does, or the other way round. */
final class Flips {
    /** So many moments are tried; then the next one is the answer, and whoever looks again then goes on from there. */
    private static final int TRIED = 32;

    private final Instant now;
    private final TreeSet<Instant> moments = new TreeSet<>();

    Flips(Instant now) {
        this.now = now;
    }

    /** Something happens at that moment; ignored when it is past. */
    void at(Instant moment) {
        if (isAhead(moment) && !isFullBefore(moment)) {
            moments.add(moment);
            if (moments.size() > TRIED + 1) {
                moments.pollLast();
            }
        }
    }

    /** Whether a moment isn't past. */
    boolean isAhead(Instant moment) {
        return moment.isAfter(now);
    }

    /** Whether neither that moment nor any later one will be tried. */
    boolean isFullBefore(Instant moment) {
        return moments.size() > TRIED && !moment.isBefore(moments.last());
    }

    /** The first moment at which the answer is another than now. */
    Outcome outcome(Predicate<Instant> holds) {
        boolean current = holds.test(now);
        Iterator<Instant> ahead = moments.iterator();
        for (int i = 0; ahead.hasNext(); i++) {
            Instant moment = ahead.next();
            if (i == TRIED || holds.test(moment) != current) {
                return new Outcome(current, moment);
            }
        }
        return new Outcome(current, Instant.MAX);
    }
}
