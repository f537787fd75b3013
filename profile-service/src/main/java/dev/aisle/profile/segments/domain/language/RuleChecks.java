package dev.aisle.profile.segments.domain.language;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import dev.aisle.profile.segments.domain.value.ProfileValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the shape of a rule doesn't show: whether its values and segments exist and fit, and whether segments go in a circle. */
final class RuleChecks {
    private final Vocabulary vocabulary;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleChecks(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Everything that is wrong; empty when nothing is. */
    static List<RuleProblem> of(Rule rule, Vocabulary vocabulary) {
        RuleChecks checks = new RuleChecks(vocabulary);
        checks.visit(rule, "");
        if (checks.problems.isEmpty()) {
            checks.chain(rule);
        }
        return checks.problems;
    }

    private void visit(Rule rule, String pointer) {
        switch (rule) {
            case All all -> visitAll(all.rules(), pointer + "/all/");
            case Any any -> visitAll(any.rules(), pointer + "/any/");
            case Not not -> visit(not.rule(), pointer + "/not");
            case ValueTest test -> value(test, pointer);
            case InSegment in -> segment(in.segment(), pointer + "/segment");
            default -> {}
        }
    }

    private void visitAll(List<Rule> rules, String pointer) {
        for (int i = 0; i < rules.size(); i++) {
            visit(rules.get(i), pointer + i);
        }
    }

    private void value(ValueTest test, String pointer) {
        Optional<ProfileValue> found = vocabulary.values().find(test.value());
        if (found.isEmpty()) {
            add(
                    pointer + "/value",
                    "The value " + JsonPlace.shown(test.value()) + " is unknown.",
                    Nearest.among(
                            test.value(),
                            vocabulary.values().all().stream()
                                    .map(ProfileValue::name)
                                    .toList()));
            return;
        }
        ProfileValue value = found.get();
        if (!value.purposes().contains(Purpose.PERSONALIZATION)) {
            add(pointer + "/value", value.name() + " may not be used for personalization.", "Choose another value.");
        }
        String type = value.type().name().toLowerCase(Locale.ROOT);
        if (!fits(value.type(), test.operand())) {
            add(pointer + "/operand", value.name() + " is a " + type + ".", "Expected: " + example(value));
        } else if (test.comparison().ordered() && value.type() != ProfileValue.Type.NUMBER) {
            add(pointer + "/op", "A " + type + " has no order.", "Known: = !=");
        } else if (test.operand() instanceof Literal.Text text
                && !value.options().isEmpty()
                && !value.options().contains(text.text())) {
            add(
                    pointer + "/operand",
                    value.name() + " is never " + JsonPlace.shown(text.text()) + ".",
                    Nearest.among(text.text(), value.options()));
        } else if (value.type() == ProfileValue.Type.NUMBER
                && (test.comparison() == Comparison.EQUAL || test.comparison() == Comparison.NOT_EQUAL)
                && value.course() != ProfileValue.Course.STEADY) {
            add(pointer + "/op", value.name() + " changes all the time and is never quite equal.", "Write < or >=.");
        }
    }

    private static boolean fits(ProfileValue.Type type, Literal operand) {
        return switch (operand) {
            case Literal.Numeric _ -> type == ProfileValue.Type.NUMBER;
            case Literal.Text _ -> type == ProfileValue.Type.TEXT;
            case Literal.Flag _ -> type == ProfileValue.Type.FLAG;
        };
    }

    private static String example(ProfileValue value) {
        return switch (value.type()) {
            case NUMBER -> "a number" + (value.unit().isEmpty() ? "" : " of " + value.unit());
            case FLAG -> "true or false";
            case TEXT -> value.options().isEmpty() ? "a text" : "one of " + String.join(", ", value.options());
        };
    }

    private void segment(String id, String pointer) {
        if (id.equals(vocabulary.segment())) {
            add(pointer, "The segment rests on itself.", "Ask for another segment, or write out the rule.");
        } else if (!vocabulary.segments().containsKey(id)) {
            add(
                    pointer,
                    "The segment " + JsonPlace.shown(id) + " is unknown.",
                    Nearest.among(id, vocabulary.segments().keySet()));
        } else {
            SegmentOrder.way(id, vocabulary.segment(), vocabulary.segments())
                    .ifPresent(way -> add(
                            pointer,
                            "A circle of segments: " + vocabulary.segment() + " → " + String.join(" → ", way) + ".",
                            "Take one of them out."));
        }
    }

    /** Asked only when there is no circle. */
    private void chain(Rule rule) {
        Map<String, Rule> after = new HashMap<>(vocabulary.segments());
        after.put(vocabulary.segment(), rule);
        int deepest = SegmentOrder.depths(after).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        if (deepest > Limits.DEFAULT.chain()) {
            add(
                    "",
                    "Segments rest on segments " + deepest + " deep; at most " + Limits.DEFAULT.chain() + ".",
                    "Write out the rule of one of them.");
        }
    }

    private void add(String pointer, String message, String suggestion) {
        problems.add(RuleProblem.at(pointer, message, suggestion));
    }
}
