package dev.aisle.profile.segments.domain.rule;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who belongs to a segment: a condition on one person at one moment. */
public sealed interface Rule {
    /** Whether any part of it is a test on a value. */
    default boolean asksForValues() {
        return switch (this) {
            case All all -> all.rules().stream().anyMatch(Rule::asksForValues);
            case Any any -> any.rules().stream().anyMatch(Rule::asksForValues);
            case Not not -> not.rule().asksForValues();
            case ValueTest _ -> true;
            default -> false;
        };
    }

    /** All of two or more rules hold. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
        }
    }

    /** At least one of two or more rules holds. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
        }
    }

    /** The rule doesn't hold. */
    record Not(Rule rule) implements Rule {}

    /** A value of the profile compares so. An unknown value satisfies nothing. */
    record ValueTest(String value, Comparison comparison, Literal operand) implements Rule {}

    /** A sum over the events compares so. */
    record MeasureTest(Measure measure, EventQuery events, Comparison comparison, long operand) implements Rule {}

    /** There is such an event. */
    record Did(EventQuery events) implements Rule {}

    /**
     * The first or last such event is younger than an age, or at least as old. Without any such event it doesn't hold.
     *
     * @param younger whether it must be younger; otherwise at least as old
     */
    record AgeTest(End end, EventQuery events, boolean younger, Duration age) implements Rule {}

    /** The person is in another segment. */
    record InSegment(String segment) implements Rule {}

    /**
     * Events one after the other.
     *
     * @param last how far back all of them may be; null: {@link EventQuery#LONGEST}
     */
    record Sequence(List<Step> steps, @Nullable Duration last) implements Rule {
        public Sequence {
            steps = List.copyOf(steps);
        }

        /** How far back its events may be. */
        public Duration window() {
            return last == null ? EventQuery.LONGEST : last;
        }
    }

    /**
     * A step of a sequence.
     *
     * @param absent no such event, between its neighbours or after the last one
     * @param within less than this time after the event of the step before; null: at any time after it
     */
    record Step(EventQuery events, boolean absent, @Nullable Duration within) {}

    /** What is summed over events. */
    enum Measure {
        /** Events. */
        COUNT,
        /** Different products in them, of those that fulfil the conditions. */
        PRODUCTS,
        /** What was paid in minor units: of the order; where there is a condition on items, of these items. */
        REVENUE
    }

    /** Which of the events. */
    enum End {
        FIRST,
        LAST
    }
}
