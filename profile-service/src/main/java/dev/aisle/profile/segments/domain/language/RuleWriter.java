package dev.aisle.profile.segments.domain.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Locale;

/** Writes the JSON form of a rule; read again it is the same rule. */
public final class RuleWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleWriter() {}

    /** The rule as JSON. */
    public static JsonNode write(Rule rule) {
        return switch (rule) {
            case All all -> JSON.objectNode().set("all", rules(all.rules()));
            case Any any -> JSON.objectNode().set("any", rules(any.rules()));
            case Not not -> JSON.objectNode().set("not", write(not.rule()));
            case ValueTest test ->
                compared(JSON.objectNode().put("value", test.value()), test.comparison())
                        .set("operand", literal(test.operand()));
            case MeasureTest test ->
                compared(
                                JSON.objectNode()
                                        .set(test.measure().name().toLowerCase(Locale.ROOT), events(test.events())),
                                test.comparison())
                        .put("operand", test.operand());
            case Did did -> JSON.objectNode().set("did", events(did.events()));
            case AgeTest age ->
                compared(
                                JSON.objectNode()
                                        .set(
                                                age.end() == End.FIRST ? "since_first" : "since_last",
                                                events(age.events())),
                                age.younger() ? Comparison.LESS : Comparison.AT_LEAST)
                        .put("operand", Spans.iso(age.age()));
            case InSegment in -> JSON.objectNode().put("segment", in.segment());
            case Sequence sequence -> sequence(sequence);
        };
    }

    private static ObjectNode compared(ObjectNode node, Comparison comparison) {
        return node.put("op", comparison.symbol());
    }

    private static ArrayNode rules(List<Rule> rules) {
        ArrayNode array = JSON.arrayNode();
        rules.forEach(rule -> array.add(write(rule)));
        return array;
    }

    private static JsonNode sequence(Sequence sequence) {
        ArrayNode steps = JSON.arrayNode();
        for (Step step : sequence.steps()) {
            ObjectNode node = JSON.objectNode().set("events", events(step.events()));
            if (step.absent()) {
                node.put("absent", true);
            }
            if (step.within() != null) {
                node.put("within", Spans.iso(step.within()));
            }
            steps.add(node);
        }
        ObjectNode node = JSON.objectNode().set("sequence", steps);
        return sequence.last() == null ? node : node.put("last", Spans.iso(sequence.last()));
    }

    private static JsonNode events(EventQuery query) {
        ObjectNode node = JSON.objectNode();
        if (!query.types().isEmpty()) {
            ArrayNode types = node.putArray("types");
            query.types().forEach(type -> types.add(EventTypes.word(type)));
        }
        if (!query.where().isEmpty()) {
            ArrayNode where = node.putArray("where");
            query.where().forEach(condition -> where.add(condition(condition)));
        }
        return query.last() == null ? node : node.put("last", Spans.iso(query.last()));
    }

    private static JsonNode condition(Condition condition) {
        ObjectNode node = JSON.objectNode()
                .put("property", condition.property().word())
                .put("op", condition.comparison().symbol());
        if (condition.comparison() != Comparison.IN) {
            return node.set("operand", literal(condition.operands().getFirst()));
        }
        ArrayNode choices = node.putArray("operand");
        condition.operands().forEach(one -> choices.add(literal(one)));
        return node;
    }

    private static JsonNode literal(Literal literal) {
        return switch (literal) {
            case Literal.Numeric number ->
                number.number().scale() <= 0
                        ? JSON.numberNode(number.number().longValueExact())
                        : JSON.numberNode(number.number());
            case Literal.Text text -> JSON.textNode(text.text());
            case Literal.Flag flag -> JSON.booleanNode(flag.flag());
        };
    }
}
