package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.AgeTest;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import dev.aisle.profile.segments.domain.rule.Rule.Did;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.MeasureTest;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import dev.aisle.profile.segments.domain.rule.Rule.Sequence;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import java.time.Duration;
import java.util.List;

/**
 * What a rule costs, beside what it may.
 *
 * @param parts rules, conditions and steps in it
 * @param depth rules inside rules
 * @param windowDays how far back it looks
 * @param mostParts {@link Limits#nodes}
 * @param mostDepth {@link Limits#depth}
 * @param mostWindowDays {@link Limits#window}
 */
public record RuleCost(int parts, int depth, double windowDays, int mostParts, int mostDepth, long mostWindowDays) {
    /** Of a rule. */
    public static RuleCost of(Rule rule) {
        Sum sum = sum(rule);
        return new RuleCost(
                sum.parts,
                sum.depth,
                sum.window.toMinutes() / 1_440.0,
                Limits.DEFAULT.nodes(),
                Limits.DEFAULT.depth(),
                Limits.DEFAULT.window().toDays());
    }

    private record Sum(int parts, int depth, Duration window) {
        Sum beside(Sum other) {
            return new Sum(parts + other.parts, Math.max(depth, other.depth), longer(window, other.window));
        }

        Sum around() {
            return new Sum(parts + 1, depth + 1, window);
        }
    }

    private static final Sum NOTHING = new Sum(0, 0, Duration.ZERO);

    private static Sum sum(Rule rule) {
        return switch (rule) {
            case All all -> sum(all.rules()).around();
            case Any any -> sum(any.rules()).around();
            case Not not -> sum(not.rule()).around();
            case ValueTest _, InSegment _ -> NOTHING.around();
            case MeasureTest test -> sum(test.events(), test.events().window()).around();
            case Did did -> sum(did.events(), did.events().window()).around();
            case AgeTest age -> sum(age.events(), age.events().window()).around();
            case Sequence sequence ->
                sequence.steps().stream()
                        .map(step -> sum(step.events(), sequence.window()).beside(new Sum(1, 0, Duration.ZERO)))
                        .reduce(NOTHING, Sum::beside)
                        .around();
        };
    }

    private static Sum sum(List<Rule> rules) {
        return rules.stream().map(RuleCost::sum).reduce(NOTHING, Sum::beside);
    }

    private static Sum sum(EventQuery query, Duration window) {
        return new Sum(query.where().size(), 0, window);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
