package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.analysis.domain.Breakdown;
import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.EventCondition;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many get from step to step. An attempt begins with an event of the first step on one of the days; each further step is a later
 * event, and the last one happens at most the window after the first. What is counted is the furthest that a person, or a session,
 * got in any attempt. Of a person at most {@value CountBy#MOST_SESSIONS} sessions count.
 *
 * @param steps 2 to {@value #MOST_STEPS}, in order
 * @param window longer than nothing
 */
public record FunnelQuestion(
        Days days, List<EventCondition> steps, Duration window, CountBy countBy, Breakdown breakdown)
        implements Question<FunnelTally> {
    public static final int MOST_STEPS = 10;
    public static final Duration LONGEST_WINDOW = Duration.ofDays(90);

    public FunnelQuestion {
        steps = List.copyOf(steps);
    }

    @Override
    public String kind() {
        return "funnels";
    }

    @Override
    public Instant readFrom(Instant oldestKept) {
        return days.start();
    }

    /** Attempts that began on the last day may end after it. */
    @Override
    public Instant readUntil() {
        return days.end().plus(window);
    }

    @Override
    public FunnelTally begin() {
        return new FunnelTally(this);
    }

    /** A count a step, in the total and in a group, and a time a step; of sessions, the people too. */
    @Override
    public int touched() {
        int counts = steps.size() * (breakdown == Breakdown.NONE ? 1 : 2);
        return counts + steps.size() - 1 + (countBy == CountBy.PERSON ? 0 : 1);
    }

    @Override
    public FunnelChart answer(FunnelTally tally, GuardedNumbers numbers, Instant asOf) {
        return new FunnelDisclosure(this, numbers).chart(tally, asOf);
    }
}
