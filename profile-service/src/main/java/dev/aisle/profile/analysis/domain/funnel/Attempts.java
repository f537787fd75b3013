package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.people.domain.PersonEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The furthest that somebody got. One pass with a state per step: of all attempts that reached it so far the one that began last, since
 * whatever another one can still reach within the window, that one can too. An event serves one step of an attempt.
 */
final class Attempts {
    private final FunnelQuestion question;
    private final @Nullable Chain[] latest;
    private final @Nullable Chain[] first;

    private Attempts(FunnelQuestion question) {
        this.question = question;
        this.latest = new @Nullable Chain[question.steps().size()];
        this.first = new @Nullable Chain[question.steps().size()];
    }

    /** Events of an attempt, the last step first. */
    record Chain(
            PersonEvent event,
            PersonEvent begun,
            int beginning,
            @Nullable Chain before) {}

    /**
     * By step, the attempt that reached it first; of several that did so with the same event, the one that began last.
     *
     * @param events the oldest first
     */
    static @Nullable Chain[] of(FunnelQuestion question, List<PersonEvent> events) {
        Attempts attempts = new Attempts(question);
        for (int index = 0; index < events.size(); index++) {
            attempts.take(index, events.get(index));
        }
        return attempts.first;
    }

    private void take(int index, PersonEvent event) {
        for (int step = latest.length - 1; step > 0; step--) {
            Chain before = latest[step - 1];
            if (before != null
                    && inTime(before, event)
                    && question.steps().get(step).holds(event)) {
                reach(step, new Chain(event, before.begun(), before.beginning(), before));
            }
        }
        if (question.days().contains(event.at()) && question.steps().getFirst().holds(event)) {
            reach(0, new Chain(event, event, index, null));
        }
    }

    private boolean inTime(Chain attempt, PersonEvent event) {
        return !event.at().isAfter(attempt.begun().at().plus(question.window()));
    }

    private void reach(int step, Chain chain) {
        Chain other = latest[step];
        if (other == null || chain.beginning() > other.beginning()) {
            latest[step] = chain;
        }
        if (first[step] == null) {
            first[step] = chain;
        }
    }
}
