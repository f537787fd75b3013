package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import dev.aisle.profile.segments.domain.value.ProfileValue.Course;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tests on a value of the profile. A value that changes by itself is read in steps after the last event, of an hour when it goes one way and of
 * a day when it doesn't: so a membership is the same whenever it is computed within a step, and the next step at which it changes can be found.
 */
final class ValueReadings {
    private final PersonEvents events;
    private final Instant now;
    private final Instant nextEvent;

    /**
     * Of a person.
     *
     * @param events all, those ahead included
     */
    ValueReadings(PersonEvents events, Instant now) {
        boolean allPast = events.isEmpty() || !events.list().getLast().at().isAfter(now);
        this.events = allPast ? events : events.where(event -> !event.at().isAfter(now));
        this.now = now;
        this.nextEvent = allPast
                ? Instant.MAX
                : events.list().stream()
                        .map(event -> event.at())
                        .filter(at -> at.isAfter(now))
                        .findFirst()
                        .orElse(Instant.MAX);
    }

    /** Whether the test holds. */
    Outcome of(ValueTest test, ProfileValue value) {
        if (events.isEmpty()) {
            return new Outcome(false, nextEvent);
        }
        Outcome alone = value.course() == Course.STEADY
                ? new Outcome(holds(test, value.reading().at(events, now)), Instant.MAX)
                : changing(test, value);
        return new Outcome(alone.holds(), earlier(alone.nextChange(), nextEvent));
    }

    /** The value as the test reads it; null when it isn't known. */
    @Nullable
    Literal read(ProfileValue value) {
        if (events.isEmpty()) {
            return null;
        }
        return value.course() == Course.STEADY
                ? value.reading().at(events, now)
                : value.reading().at(events, moment(stepsUntil(stepOf(value)), stepOf(value)));
    }

    private Outcome changing(ValueTest test, ProfileValue value) {
        Duration step = stepOf(value);
        long current = stepsUntil(step);
        boolean holds = holds(test, value.reading().at(events, moment(current, step)));
        if (value.course() != Course.DAILY && test.comparison().ordered()) {
            return new Outcome(holds, crossing(test, value, current, holds));
        }
        Flips flips = new Flips(now);
        for (int ahead = 1; ahead <= 40; ahead++) {
            flips.at(moment(current + ahead, step));
        }
        return flips.outcome(at -> holds(test, value.reading().at(events, moment(steps(at, step), step))));
    }

    /** Where a value that goes one way goes past the operand; the end of what is looked ahead when it doesn't before. */
    private Instant crossing(ValueTest test, ProfileValue value, long current, boolean holds) {
        Duration step = stepOf(value);
        long same = current;
        long end = current + EventQuery.LONGEST.dividedBy(step);
        if (holds(test, value.reading().at(events, moment(end, step))) == holds) {
            return moment(end + 1, step);
        }
        long other = end;
        while (other - same > 1) {
            long middle = same + (other - same) / 2;
            if (holds(test, value.reading().at(events, moment(middle, step))) == holds) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return moment(other, step);
    }

    private static boolean holds(ValueTest test, @Nullable Literal actual) {
        return switch (actual) {
            case Literal.Numeric number
            when test.operand() instanceof Literal.Numeric operand ->
                test.comparison().accepts(number.number().compareTo(operand.number()));
            case Literal.Text text
            when test.operand() instanceof Literal.Text operand ->
                test.comparison().accepts(text.equals(operand) ? 0 : 1);
            case Literal.Flag flag
            when test.operand() instanceof Literal.Flag operand ->
                test.comparison().accepts(flag.equals(operand) ? 0 : 1);
            case null, default -> false;
        };
    }

    private static Duration stepOf(ProfileValue value) {
        return value.course() == Course.DAILY ? Duration.ofDays(1) : Duration.ofHours(1);
    }

    private long stepsUntil(Duration step) {
        return steps(now, step);
    }

    private long steps(Instant at, Duration step) {
        return Duration.between(lastEvent(), at).dividedBy(step);
    }

    private Instant moment(long steps, Duration step) {
        return lastEvent().plus(step.multipliedBy(steps));
    }

    private Instant lastEvent() {
        return events.list().getLast().at();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
