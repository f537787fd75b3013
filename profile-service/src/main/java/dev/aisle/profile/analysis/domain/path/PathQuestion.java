package dev.aisle.profile.analysis.domain.path;

import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.EventCondition;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import java.time.Instant;

/**
 * What people do after the first event that satisfies the condition, or what they did before it. A step that is like the one before it
 * is no step.
 *
 * @param anchor where paths begin, or end
 * @param backwards whether the steps before the anchor are asked for
 * @param depth how many steps, 1 to {@value #MOST_STEPS}
 * @param label what makes two events the same step
 * @param links how many links of a step are shown; the others are together in {@code (other)}
 */
public record PathQuestion(
        Days days, EventCondition anchor, boolean backwards, int depth, CountBy countBy, StepLabel label, int links)
        implements Question<PathTally> {
    public static final int MOST_STEPS = 10;
    public static final int MOST_LINKS = 50;

    @Override
    public String kind() {
        return "paths";
    }

    @Override
    public Instant readFrom(Instant oldestKept) {
        return days.start();
    }

    @Override
    public Instant readUntil() {
        return days.end();
    }

    @Override
    public PathTally begin() {
        return new PathTally(this);
    }

    /** A step and a link at each depth; of sessions, the people too. */
    @Override
    public int touched() {
        return 2 * depth + (countBy == CountBy.PERSON ? 0 : 1);
    }

    @Override
    public PathChart answer(PathTally tally, GuardedNumbers numbers, Instant asOf) {
        return new PathDisclosure(this, numbers).chart(tally, asOf);
    }
}
