package dev.aisle.profile.segments.edge;

import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Words;
import dev.aisle.profile.segments.domain.language.RuleRow;
import dev.aisle.profile.segments.domain.language.RuleWords;
import dev.aisle.profile.segments.domain.language.RuleWords.PropertyWord;
import dev.aisle.profile.segments.domain.language.RuleWords.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be chosen in the rows of a rule.
 *
 * @param words values, events and properties of this shop
 * @param segments ids of those that can be asked for
 */
record RowWords(RuleWords words, List<String> segments) {
    private static final List<String> NUMBER_OPS = List.of(">=", ">", "=", "!=", "<=", "<");
    private static final List<String> EQUAL_OPS = List.of("=", "!=");
    private static final List<String> AGE_OPS = List.of("<", ">=");
    private static final List<String> HOWS =
            List.of("did", "did_not", "count", "products", "revenue", "since_last", "value", "in", "not_in");

    RowWords {
        segments = List.copyOf(segments);
    }

    /** The row with what another choice in it made useless taken away, and what is needed put in. */
    RuleRow fitting(RuleRow row) {
        String subject = subjects(row).contains(row.subject())
                ? row.subject()
                : subjects(row).stream().findFirst().orElse("");
        RuleRow named = new RuleRow(
                row.how(),
                subject,
                row.op(),
                row.operand(),
                row.days(),
                row.where(),
                row.whereOp(),
                row.whereOperand());
        List<String> ops = ops(named);
        String op =
                ops.contains(named.op()) ? named.op() : ops.stream().findFirst().orElse("");
        List<String> whereOps = whereOps(named);
        return new RuleRow(
                named.how(),
                subject,
                op,
                named.compares() ? operand(named) : "",
                named.ofEvents() ? named.days() : "",
                named.ofEvents() ? named.where() : "",
                whereOps.contains(named.whereOp())
                        ? named.whereOp()
                        : whereOps.stream().findFirst().orElse(""),
                named.where().isEmpty() ? "" : named.whereOperand());
    }

    private String operand(RuleRow row) {
        List<String> options = valueOf(row).map(Value::options).orElse(List.of());
        if (row.ofValue()
                && valueOf(row).filter(value -> value.type().equals("flag")).isPresent()) {
            return row.operand().equals("false") ? "false" : "true";
        }
        if (!options.isEmpty()) {
            return options.contains(row.operand()) ? row.operand() : options.getFirst();
        }
        return row.operand().isEmpty() ? "1" : row.operand();
    }

    private List<String> subjects(RuleRow row) {
        if (row.ofValue()) {
            return words.values().stream().map(Value::name).toList();
        }
        if (row.ofSegment()) {
            return segments;
        }
        return Stream.concat(Stream.of("purchase", "any"), words.events().stream())
                .distinct()
                .toList();
    }

    private List<String> ops(RuleRow row) {
        if (!row.compares()) {
            return List.of();
        }
        if (row.how().equals("since_last")) {
            return AGE_OPS;
        }
        return valueOf(row).filter(value -> !value.type().equals("number")).isPresent() ? EQUAL_OPS : NUMBER_OPS;
    }

    private List<String> whereOps(RuleRow row) {
        return property(row)
                .map(property -> property.comparisons().stream()
                        .filter(op -> !op.equals("in"))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Value> valueOf(RuleRow row) {
        return row.ofValue()
                ? words.values().stream()
                        .filter(value -> value.name().equals(row.subject()))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<PropertyWord> property(RuleRow row) {
        return words.properties().stream()
                .filter(property -> property.name().equals(row.where()))
                .findFirst();
    }

    /** All that a page shows of a row. */
    RowFields fields(int number, RuleRow row, String wrong, Words said) {
        List<String> options = valueOf(row).map(this::optionsOf).orElse(List.of());
        List<Choice> properties = new ArrayList<>(List.of(
                new Choice("", said.say("people_where_none"), row.where().isEmpty())));
        properties.addAll(Choice.said(
                said,
                "people_property_",
                words.properties().stream().map(PropertyWord::name).toList(),
                row.where()));
        return new RowFields(
                number,
                row,
                wrong,
                Choice.said(said, "people_how_", HOWS, row.how()),
                row.ofEvents()
                        ? Choice.said(said, "people_event_", subjects(row), row.subject())
                        : Choice.plain(subjects(row), row.subject()),
                Choice.said(said, "people_op_", opKeys(ops(row)), opKey(row.op())),
                Choice.plain(options, row.operand()),
                properties,
                Choice.said(said, "people_op_", opKeys(whereOps(row)), opKey(row.whereOp())),
                Choice.plain(property(row).map(PropertyWord::options).orElse(List.of()), row.whereOperand()),
                valueOf(row).map(Value::description).orElse(""),
                unit(row, said));
    }

    private List<String> optionsOf(Value value) {
        return value.type().equals("flag") ? List.of("true", "false") : value.options();
    }

    private String unit(RuleRow row, Words said) {
        return switch (row.how()) {
            case "since_last" -> said.say("people_unit_days");
            case "revenue" -> said.say("people_unit_minor");
            case "count" -> said.say("people_unit_times");
            case "products" -> said.say("people_unit_products");
            default -> valueOf(row).map(Value::unit).orElse("");
        };
    }

    /** Keys of words have letters only. */
    private static String opKey(String op) {
        return switch (op) {
            case "=" -> "equal";
            case "!=" -> "not_equal";
            case "<" -> "less";
            case "<=" -> "at_most";
            case ">" -> "more";
            case ">=" -> "at_least";
            default -> op;
        };
    }

    /** The comparison of such a key; a text that is none stays. */
    static String op(String key) {
        return switch (key) {
            case "equal" -> "=";
            case "not_equal" -> "!=";
            case "less" -> "<";
            case "at_most" -> "<=";
            case "more" -> ">";
            case "at_least" -> ">=";
            default -> key;
        };
    }

    private static List<String> opKeys(List<String> ops) {
        return ops.stream().map(RowWords::opKey).toList();
    }
}
