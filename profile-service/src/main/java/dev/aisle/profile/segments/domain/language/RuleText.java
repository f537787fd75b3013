package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.AgeTest;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import dev.aisle.profile.segments.domain.rule.Rule.Did;
import dev.aisle.profile.segments.domain.rule.Rule.End;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.MeasureTest;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import dev.aisle.profile.segments.domain.rule.Rule.Sequence;
import dev.aisle.profile.segments.domain.rule.Rule.Step;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the text form of a rule; read again it is the same rule. */
public final class RuleText {
    private RuleText() {}

    /** The rule in words. */
    public static String write(Rule rule) {
        return switch (rule) {
            case All all ->
                all.rules().stream()
                        .map(part -> part instanceof All || part instanceof Any ? "(" + write(part) + ")" : write(part))
                        .collect(Collectors.joining(" and "));
            case Any any ->
                any.rules().stream()
                        .map(part -> part instanceof Any ? "(" + write(part) + ")" : write(part))
                        .collect(Collectors.joining(" or "));
            case Not not ->
                not.rule() instanceof All || not.rule() instanceof Any
                        ? "not (" + write(not.rule()) + ")"
                        : "not " + write(not.rule());
            case ValueTest test ->
                "value(" + test.value() + ") " + test.comparison().symbol() + " " + literal(test.operand());
            case MeasureTest test ->
                test.measure().name().toLowerCase(Locale.ROOT) + "(" + events(test.events()) + ") "
                        + test.comparison().symbol() + " " + test.operand();
            case Did did -> "did(" + events(did.events()) + ")";
            case AgeTest age ->
                (age.end() == End.FIRST ? "since_first(" : "since_last(") + events(age.events()) + ") "
                        + (age.younger() ? "< " : ">= ") + Spans.words(age.age());
            case InSegment in -> "in segment " + quoted(in.segment());
            case Sequence sequence ->
                "sequence("
                        + sequence.steps().stream().map(RuleText::step).collect(Collectors.joining(" -> "))
                        + (sequence.last() == null ? "" : " in last " + Spans.words(sequence.last())) + ")";
        };
    }

    private static String step(Step step) {
        return (step.absent() ? "not " : "")
                + events(step.events())
                + (step.within() == null ? "" : " within " + Spans.words(step.within()));
    }

    private static String events(EventQuery query) {
        String types = query.types().isEmpty()
                ? "any"
                : query.types().stream().map(EventTypes::word).collect(Collectors.joining("|"));
        String where = query.where().isEmpty()
                ? ""
                : query.where().stream().map(RuleText::condition).collect(Collectors.joining(" and ", " where ", ""));
        return types + where + (query.last() == null ? "" : " in last " + Spans.words(query.last()));
    }

    private static String condition(Condition condition) {
        String operands = condition.operands().stream().map(RuleText::literal).collect(Collectors.joining(", "));
        return condition.property().word() + " " + condition.comparison().symbol() + " "
                + (condition.comparison() == Comparison.IN ? "(" + operands + ")" : operands);
    }

    private static String literal(Literal literal) {
        return switch (literal) {
            case Literal.Numeric number -> number.number().toPlainString();
            case Literal.Text text -> quoted(text.text());
            case Literal.Flag flag -> Boolean.toString(flag.flag());
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
