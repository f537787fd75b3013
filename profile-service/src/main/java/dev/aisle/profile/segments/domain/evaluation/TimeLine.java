package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.people.domain.PersonEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Events in the order of time, of which a window is found by bisection: what was in it at some moment is looked at often.
 *
 * @param events the oldest first
 */
record TimeLine(List<PersonEvent> events) {
    /** Those from after a moment on that satisfy a condition. */
    TimeLine after(Instant moment, Predicate<PersonEvent> condition) {
        List<PersonEvent> found = new ArrayList<>();
        for (PersonEvent event : events.subList(firstAfter(moment), events.size())) {
            if (condition.test(event)) {
                found.add(event);
            }
        }
        return new TimeLine(found);
    }

    /** Those less than a span ago at a moment, and not ahead of it. */
    List<PersonEvent> within(Duration window, Instant at) {
        int from = firstAfter(at.minus(window));
        return events.subList(from, Math.max(from, firstAfter(at)));
    }

    /** All that lie ahead come, and all leave the window at its end. */
    void passing(Duration window, Flips flips) {
        for (int i = events.size() - 1; i >= 0 && flips.isAhead(events.get(i).at()); i--) {
            flips.at(events.get(i).at());
        }
        leaving(window, flips);
    }

    /** Each is so old one after the other. */
    void leaving(Duration age, Flips flips) {
        for (PersonEvent event : events) {
            Instant moment = event.at().plus(age);
            if (flips.isFullBefore(moment)) {
                return;
            }
            flips.at(moment);
        }
    }

    private int firstAfter(Instant moment) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).at().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
