package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.segments.domain.rule.Rule.Sequence;
import dev.aisle.profile.segments.domain.rule.Rule.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether events of a person stand in an order that a sequence asks for. For each event it is found whether it can be the end of the
 * first i steps: that depends only on the latest event before it that ends the first i − 1, since a later one is nearer and has fewer events in
 * between. So n events and k steps take n · k.
 */
final class Sequences {
    private final Sequence sequence;
    private final List<PersonEvent> events;
    private final boolean[][] matches;

    /**
     * A sequence and the events that may be part of it.
     *
     * @param events the oldest first
     */
    Sequences(Sequence sequence, List<PersonEvent> events, Matching matching) {
        this.sequence = sequence;
        this.events = events;
        this.matches = new boolean[sequence.steps().size()][events.size()];
        for (int step = 0; step < matches.length; step++) {
            for (int i = 0; i < events.size(); i++) {
                matches[step][i] = matching.matches(
                        events.get(i), sequence.steps().get(step).events());
            }
        }
    }

    /** Whether they do at a moment. */
    boolean holds(Instant now) {
        int from = 0;
        while (from < events.size()
                && !events.get(from).at().plus(sequence.window()).isAfter(now)) {
            from++;
        }
        int until = from;
        while (until < events.size() && !events.get(until).at().isAfter(now)) {
            until++;
        }
        return holds(from, until, now);
    }

    /** All that may change the answer while time goes on. */
    void addTo(Flips flips) {
        for (int i = 0; i < events.size(); i++) {
            if (anyMatch(i)) {
                Instant at = events.get(i).at();
                flips.at(at);
                flips.at(at.plus(sequence.window()));
                Duration within = sequence.steps().getLast().within();
                if (within != null) {
                    flips.at(at.plus(within));
                }
            }
        }
    }

    private boolean anyMatch(int event) {
        return Arrays.stream(matches).anyMatch(step -> step[event]);
    }

    private boolean holds(int from, int until, Instant now) {
        boolean[] ends = new boolean[events.size()];
        for (int i = from; i < until; i++) {
            ends[i] = matches[0][i];
        }
        for (int step = 1; step < matches.length; step++) {
            Step what = sequence.steps().get(step);
            if (!what.absent()) {
                ends = next(ends, step, from, until);
            } else if (step == matches.length - 1) {
                return endsInAbsence(ends, step, from, until, now);
            }
        }
        return any(ends);
    }

    private boolean[] next(boolean[] ends, int step, int from, int until) {
        boolean[] next = new boolean[events.size()];
        boolean[] forbidden = sequence.steps().get(step - 1).absent() ? matches[step - 1] : null;
        int before = -1;
        for (int i = from; i < until; i++) {
            next[i] = matches[step][i]
                    && before >= 0
                    && inTime(before, i, sequence.steps().get(step).within());
            if (forbidden != null && forbidden[i]) {
                before = -1;
            }
            if (ends[i]) {
                before = i;
            }
        }
        return next;
    }

    private boolean endsInAbsence(boolean[] ends, int step, int from, int until, Instant now) {
        Duration within = sequence.steps().get(step).within();
        int broken = -1;
        for (int i = until - 1; i >= from; i--) {
            boolean over = within == null || !events.get(i).at().plus(within).isAfter(now);
            if (ends[i] && over && (broken < 0 || !inTime(i, broken, within))) {
                return true;
            }
            if (matches[step][i]) {
                broken = i;
            }
        }
        return false;
    }

    private boolean inTime(int before, int after, @Nullable Duration within) {
        return within == null
                || events.get(after).at().isBefore(events.get(before).at().plus(within));
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }
}
