package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Property;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a condition on the property of an event. */
final class ConditionJson {
    private ConditionJson() {}

    static Condition read(JsonPlace place, Limits limits) {
        place.object(List.of("property", "op", "operand"));
        Property property = property(place.need("property", "the property of an event"));
        Comparison comparison = RuleJson.comparison(place);
        if (!property.comparisons().contains(comparison)) {
            throw place.at("op")
                    .wrong(
                            property.word() + " doesn't compare by " + comparison.symbol() + ".",
                            "Known: "
                                    + property.comparisons().stream()
                                            .map(Comparison::symbol)
                                            .collect(Collectors.joining(" ")));
        }
        JsonPlace operand = place.need("operand", expected(property));
        List<JsonPlace> operands =
                comparison == Comparison.IN ? operand.elements(1, limits.choices(), "values") : List.of(operand);
        return new Condition(
                property,
                comparison,
                operands.stream().map(one -> literal(one, property)).toList());
    }

    private static Property property(JsonPlace place) {
        String word = place.text("the property of an event");
        return Property.ofWord(word)
                .orElseThrow(() -> place.wrong(
                        "The property " + JsonPlace.shown(word) + " is unknown.",
                        Nearest.among(
                                word,
                                Arrays.stream(Property.values())
                                        .map(Property::word)
                                        .toList())));
    }

    private static Literal literal(JsonPlace place, Property property) {
        boolean numeric = property.kind() == Property.Kind.NUMBER;
        Literal literal = RuleJson.literal(place);
        if (numeric != (literal instanceof Literal.Numeric) || literal instanceof Literal.Flag) {
            throw place.wrong(
                    property.word() + " is " + (numeric ? "a number" : "a text") + ", not " + place.kind() + ".",
                    "Expected: " + expected(property));
        }
        if (property == Property.PRICE
                && literal instanceof Literal.Numeric price
                && price.number().scale() > 0) {
            throw place.wrong(
                    "A price is a whole number of minor units.",
                    "Write " + price.number().movePointRight(2).toBigInteger() + " for "
                            + price.number().toPlainString() + ".");
        }
        if (property == Property.HOUR
                && literal instanceof Literal.Numeric hour
                && (hour.number().scale() > 0
                        || hour.number().signum() < 0
                        || hour.number().intValue() > 23)) {
            throw place.wrong("An hour is 0 to 23.", null);
        }
        if (literal instanceof Literal.Text text
                && !property.options().isEmpty()
                && !property.options().contains(text.text())) {
            throw place.wrong(
                    property.word() + " is never " + JsonPlace.shown(text.text()) + ".",
                    Nearest.among(text.text(), property.options()));
        }
        return literal;
    }

    private static String expected(Property property) {
        return switch (property) {
            case PRICE -> "a whole number of minor units, such as 4990";
            case HOUR -> "0 to 23";
            case COUNTRY -> "two capital letters, such as DE";
            case DEVICE -> "one of " + String.join(", ", property.options());
            default -> "a text";
        };
    }
}
