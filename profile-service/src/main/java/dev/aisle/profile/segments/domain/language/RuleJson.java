package dev.aisle.profile.segments.domain.language;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import dev.aisle.profile.segments.domain.rule.Rule.Did;
import dev.aisle.profile.segments.domain.rule.Rule.End;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.Measure;
import dev.aisle.profile.segments.domain.rule.Rule.MeasureTest;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import dev.aisle.profile.segments.domain.rule.Rule.Sequence;
import dev.aisle.profile.segments.domain.rule.Rule.Step;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the JSON form of a rule. What it means for this shop, which values and segments there are, is {@link RuleChecks}' business. */
final class RuleJson {
    /** The forms of a rule, by the field that says which one it is. */
    static final List<String> FORMS = List.of(
            "all",
            "any",
            "not",
            "value",
            "count",
            "products",
            "revenue",
            "did",
            "since_first",
            "since_last",
            "segment",
            "sequence");

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.]*";
    private static final String SPAN = "a span in whole minutes such as P7D or PT12H";

    private final Limits limits;
    private int nodes;

    private RuleJson(Limits limits) {
        this.limits = limits;
    }

    /**
     * The rule that stands there.
     *
     * @throws InvalidRuleException with the place, for the first thing that is wrong
     */
    public static Rule read(JsonNode node) {
        return new RuleJson(Limits.DEFAULT).rule(new JsonPlace(node, ""), 1);
    }

    private Rule rule(JsonPlace place, int depth) {
        count(place);
        if (depth > limits.depth()) {
            throw place.wrong(
                    "Rules are nested more than " + limits.depth() + " deep.",
                    "Make a segment of the inner part and ask for that segment.");
        }
        return switch (formOf(place)) {
            case "all" -> new All(rules(place, "all", depth));
            case "any" -> new Any(rules(place, "any", depth));
            case "not" -> new Not(rule(place.object(List.of("not")).at("not"), depth + 1));
            case "value" -> value(place.object(List.of("value", "op", "operand")));
            case "count" -> measure(place, "count", Measure.COUNT);
            case "products" -> measure(place, "products", Measure.PRODUCTS);
            case "revenue" -> measure(place, "revenue", Measure.REVENUE);
            case "did" -> new Did(events(place.object(List.of("did")).at("did"), true));
            case "since_first" -> age(place, "since_first", End.FIRST);
            case "since_last" -> age(place, "since_last", End.LAST);
            case "segment" ->
                new InSegment(place.object(List.of("segment")).at("segment").text("the id of a segment"));
            default -> sequence(place.object(List.of("sequence", "last")));
        };
    }

    private static String formOf(JsonPlace place) {
        if (!place.node().isObject()) {
            throw place.wrong("A rule is an object, not " + place.kind() + ".", "Known: " + String.join(", ", FORMS));
        }
        List<String> found = FORMS.stream().filter(place::has).toList();
        if (found.size() > 1) {
            throw place.wrong(
                    "A rule says one thing; this one has " + String.join(" and ", found) + ".",
                    "Put them into {\"all\": […]} or {\"any\": […]}.");
        }
        if (found.isEmpty()) {
            List<String> names = new ArrayList<>();
            place.node().fieldNames().forEachRemaining(names::add);
            throw names.isEmpty()
                    ? place.wrong("A rule is empty.", "Known: " + String.join(", ", FORMS) + ".")
                    : place.wrong(
                            "The rule " + JsonPlace.shown(names.getFirst()) + " is unknown.",
                            Nearest.among(names.getFirst(), FORMS));
        }
        return found.getFirst();
    }

    private List<Rule> rules(JsonPlace place, String field, int depth) {
        return place.object(List.of(field)).at(field).elements(2, limits.nodes(), "rules").stream()
                .map(element -> rule(element, depth + 1))
                .toList();
    }

    private static Rule value(JsonPlace place) {
        String name = place.at("value").text("the name of a value");
        if (!name.matches(NAME)) {
            throw place.at("value").wrong("A value's name has letters, digits, points and underscores.", null);
        }
        Comparison comparison = comparison(place);
        if (comparison == Comparison.IN || comparison == Comparison.UNDER) {
            throw place.at("op")
                    .wrong("A value doesn't compare by " + comparison.symbol() + ".", "Known: = != < <= > >=");
        }
        return new ValueTest(name, comparison, literal(place.need("operand", "a number, a text, true or false")));
    }

    private Rule measure(JsonPlace place, String field, Measure measure) {
        place.object(List.of(field, "op", "operand"));
        EventQuery events = events(place.at(field), true);
        Comparison comparison = comparison(place);
        if (comparison == Comparison.IN || comparison == Comparison.UNDER) {
            throw place.at("op")
                    .wrong("A number doesn't compare by " + comparison.symbol() + ".", "Known: = != < <= > >=");
        }
        JsonPlace operand = place.need("operand", "a whole number");
        BigDecimal number = operand.number();
        if (number.stripTrailingZeros().scale() > 0) {
            throw operand.wrong(
                    "Expected a whole number.",
                    measure == Measure.REVENUE
                            ? "Amounts are in minor units: "
                                    + number.movePointRight(2).setScale(0, RoundingMode.HALF_UP)
                                    + " for " + number.toPlainString() + "."
                            : null);
        }
        return new MeasureTest(measure, events, comparison, number.longValueExact());
    }

    private Rule age(JsonPlace place, String field, End end) {
        place.object(List.of(field, "op", "operand"));
        EventQuery events = events(place.at(field), true);
        Comparison comparison = comparison(place);
        if (comparison != Comparison.LESS && comparison != Comparison.AT_LEAST) {
            throw place.at("op")
                    .wrong("An age compares by < or >=.", comparison == Comparison.AT_MOST ? "Write <." : "Write >=.");
        }
        return new Rule.AgeTest(end, events, comparison == Comparison.LESS, span(place.need("operand", SPAN)));
    }

    private Rule sequence(JsonPlace place) {
        List<Step> steps = new ArrayList<>();
        List<JsonPlace> elements = place.at("sequence").elements(2, limits.steps(), "steps");
        for (JsonPlace element : elements) {
            steps.add(step(element, steps, steps.size() == elements.size() - 1));
        }
        return new Sequence(steps, place.has("last") ? span(place.at("last")) : null);
    }

    private Step step(JsonPlace place, List<Step> before, boolean isLast) {
        count(place);
        place.object(List.of("events", "absent", "within"));
        EventQuery events = events(place.need("events", "which events"), false);
        boolean absent = place.has("absent") && place.at("absent").flag();
        Duration within = place.has("within") ? span(place.at("within")) : null;
        if (absent && before.isEmpty()) {
            throw place.wrong(
                    "A sequence begins with something that happened.", "Write the absence before it as: not did(…).");
        }
        if (absent && before.getLast().absent()) {
            throw place.wrong("Two absences stand side by side.", "Name both types in one step: not a|b.");
        }
        if (within != null && before.isEmpty()) {
            throw place.at("within")
                    .wrong("The first step follows nothing.", "Say how far back it may be by: in last …");
        }
        if (within != null && absent && !isLast) {
            throw place.at("within")
                    .wrong("An absence between two steps lasts until the next one.", "Put within on the next step.");
        }
        return new Step(events, absent, within);
    }

    private EventQuery events(JsonPlace place, boolean windowed) {
        place.object(windowed ? List.of("types", "where", "last") : List.of("types", "where"));
        var types = new ArrayList<EventType>();
        if (place.has("types")) {
            for (JsonPlace type : place.at("types").elements(0, limits.choices(), "types")) {
                String word = type.text("the name of an event");
                types.add(EventTypes.ofWord(word)
                        .orElseThrow(() -> type.wrong(
                                "The event " + JsonPlace.shown(word) + " is unknown.",
                                Nearest.among(word, EventTypes.words()))));
            }
        }
        var where = new ArrayList<Condition>();
        if (place.has("where")) {
            for (JsonPlace condition : place.at("where").elements(0, limits.conditions(), "conditions")) {
                count(condition);
                where.add(ConditionJson.read(condition, limits));
            }
        }
        return new EventQuery(types, where, place.has("last") ? span(place.at("last")) : null);
    }

    static Comparison comparison(JsonPlace place) {
        JsonPlace op = place.need("op", "how to compare: = != < <= > >= in under");
        String symbol = op.text("how to compare");
        return Comparison.ofSymbol(symbol)
                .orElseThrow(() -> op.wrong(
                        "The comparison " + symbol.replaceAll("[^\\p{L}=<>!]", "?") + " is unknown.",
                        "Known: "
                                + String.join(
                                        " ",
                                        Arrays.stream(Comparison.values())
                                                .map(Comparison::symbol)
                                                .toList())));
    }

    static Literal literal(JsonPlace place) {
        return switch (place.node().getNodeType()) {
            case STRING -> new Literal.Text(place.text("a text"));
            case NUMBER -> new Literal.Numeric(place.number());
            case BOOLEAN -> new Literal.Flag(place.flag());
            default -> throw place.wrong("Expected a number, a text, true or false, not " + place.kind() + ".", null);
        };
    }

    private Duration span(JsonPlace place) {
        String text = place.text(SPAN);
        Duration span = Spans.ofIso(text).orElseThrow(() -> place.wrong("Expected " + SPAN + ".", suggestedSpan(text)));
        if (!span.isPositive()) {
            throw place.wrong("A span is longer than nothing.", null);
        }
        if (span.compareTo(limits.window()) > 0) {
            throw place.wrong(
                    "Events are kept for a year: the longest span is "
                            + limits.window().toDays() + " days.",
                    "Write " + limits.window().toDays() + " days or less.");
        }
        return span;
    }

    private static @Nullable String suggestedSpan(String text) {
        return text.matches("\\d{1,4}") ? "Did you mean P" + text + "D?" : null;
    }

    private void count(JsonPlace place) {
        nodes++;
        if (nodes > limits.nodes()) {
            throw place.wrong(
                    "A rule has at most " + limits.nodes() + " parts.",
                    "Make segments of its parts and ask for those.");
        }
    }
}
