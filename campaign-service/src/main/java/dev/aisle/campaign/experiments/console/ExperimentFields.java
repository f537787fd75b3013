package dev.aisle.campaign.experiments.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.experiments.flags.edge.TypedValues;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An experiment's definition as the fields of a form, and back. Shares are written in hundredths. What can't be read stays as it was typed, so that the
 * reader of definitions says what is wrong.
 */
@Singleton
class ExperimentFields {
    /** So many rows of variations there are at least and at most. */
    static final int LEAST_ROWS = 2;

    static final int MOST_ROWS = 20;

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,18})?)\\s*%?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final String ROWS = "rows";
    private static final int SHOWN_DECIMALS = 12;

    private final TypedValues values;

    ExperimentFields(TypedValues values) {
        this.values = values;
    }

    /** The name of a field of a variation. */
    static String variation(int row, String part) {
        return "variations." + row + "." + part;
    }

    /** The name of a field of a metric. */
    static String metric(String id, String part) {
        return "metric." + id + "." + part;
    }

    /** How many rows of variations a form has. */
    static int rows(Form form) {
        String sent = form.value(ROWS);
        int rows = WHOLE.matcher(sent).matches() ? Integer.parseInt(sent) : LEAST_ROWS;
        return Math.clamp(rows, LEAST_ROWS, MOST_ROWS);
    }

    /** The fields of a definition. */
    static Map<String, String> of(JsonNode definition) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of("name", "hypothesis", "flag", "unit")) {
            fields.put(field, definition.path(field).asText());
        }
        fields.put("coverage", percent(definition.path("coverage"), "100"));
        fields.put("heldOut", Boolean.toString(definition.path("heldOut").asBoolean(true)));
        fields.put("layer.name", definition.path("layer").path("name").asText());
        fields.put("layer.share", percent(definition.path("layer").path("share"), ""));
        JsonNode targeting = definition.path("targeting");
        fields.put("targeting", targeting.isEmpty() ? "" : targeting.toString());
        JsonNode variations = definition.path("variations");
        fields.put(ROWS, Integer.toString(Math.max(LEAST_ROWS, variations.size())));
        for (int n = 0; n < variations.size(); n++) {
            JsonNode one = variations.get(n);
            fields.put(variation(n, "key"), one.path("key").asText());
            fields.put(variation(n, "name"), one.path("name").asText());
            fields.put(variation(n, "weight"), percent(one.path("weight"), ""));
            fields.put(variation(n, "value"), TypedValues.typed(one.path("value")));
        }
        for (JsonNode use : definition.path("metrics")) {
            String id = use.path("metric").asText();
            fields.put(metric(id, "role"), use.path("role").asText());
            fields.put(metric(id, "margin"), percent(use.path("margin"), ""));
        }
        JsonNode rule = definition.path("decision");
        fields.put("decision.method", rule.path("method").asText("sequential"));
        fields.put("decision.alpha", percent(rule.path("alpha"), "5"));
        fields.put("decision.minimumEffect", percent(rule.path("minimumEffect"), "5"));
        fields.put("decision.power", percent(rule.path("power"), "80"));
        fields.put("decision.looks", rule.path("looks").asText("5"));
        return fields;
    }

    /** The definition that a form means. */
    JsonNode definition(Form form, List<String> metrics) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("name", "hypothesis", "flag", "unit")) {
            if (!form.value(field).isBlank()) {
                definition.put(field, form.value(field).strip());
            }
        }
        if (!form.value("layer.name").isBlank() || !form.value("layer.share").isBlank()) {
            ObjectNode layer = definition.putObject("layer");
            layer.put("name", form.value("layer.name").strip());
            layer.set("share", share(form.value("layer.share")));
        }
        definition.set("heldOut", BooleanNode.valueOf(form.value("heldOut").equals("true")));
        definition.set("coverage", share(form.value("coverage").isBlank() ? "100" : form.value("coverage")));
        if (!form.value("targeting").isBlank()) {
            definition.set("targeting", values.read(form.value("targeting")));
        }
        definition.set("variations", variations(form));
        definition.set("metrics", metrics(form, metrics));
        ObjectNode rule = definition.putObject("decision");
        rule.put("method", form.value("decision.method"));
        for (String field : List.of("alpha", "minimumEffect", "power")) {
            if (!form.value("decision." + field).isBlank()) {
                rule.set(field, share(form.value("decision." + field)));
            }
        }
        if (!form.value("decision.looks").isBlank()) {
            rule.set("looks", whole(form.value("decision.looks")));
        }
        return definition;
    }

    /** The rows in which anything stands. Where no weight is written they are equal. */
    static List<Integer> written(Form form) {
        return IntStream.range(0, rows(form))
                .filter(row -> !form.value(variation(row, "key")).isBlank()
                        || !form.value(variation(row, "value")).isBlank()
                        || !form.value(variation(row, "name")).isBlank())
                .boxed()
                .toList();
    }

    private ArrayNode variations(Form form) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<Integer> rows = written(form);
        boolean equal = rows.stream()
                .allMatch(row -> form.value(variation(row, "weight")).isBlank());
        for (int row : rows) {
            ObjectNode one = all.addObject();
            one.put("key", form.value(variation(row, "key")).strip());
            if (!form.value(variation(row, "name")).isBlank()) {
                one.put("name", form.value(variation(row, "name")).strip());
            }
            one.set("weight", equal ? number(1.0 / rows.size()) : share(form.value(variation(row, "weight"))));
            String value = form.value(variation(row, "value"));
            if (!value.isBlank()) {
                one.set("value", values.read(value.strip()));
            }
        }
        return all;
    }

    private static ArrayNode metrics(Form form, List<String> metrics) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String id : metrics) {
            String role = form.value(metric(id, "role"));
            if (!role.isEmpty()) {
                ObjectNode one = all.addObject();
                one.put("metric", id);
                one.put("role", role);
                String margin = form.value(metric(id, "margin"));
                if (!margin.isBlank()) {
                    one.set("margin", share(margin));
                }
            }
        }
        return all;
    }

    /** Errors by the names of the form's fields instead of pointers into the definition. */
    static List<FieldError> errors(List<Finding> findings, Form form, JsonNode definition) {
        List<Integer> rows = written(form);
        List<FieldError> errors = new ArrayList<>();
        for (Finding finding : findings) {
            errors.add(
                    new FieldError(field(finding.place(), rows, definition), finding.message() + " " + finding.fix()));
        }
        return errors;
    }

    private static String field(String pointer, List<Integer> rows, JsonNode definition) {
        List<String> parts =
                List.of(pointer.substring(Math.min(1, pointer.length())).split("/", -1));
        int index = parts.size() > 1 && WHOLE.matcher(parts.get(1)).matches() ? Integer.parseInt(parts.get(1)) : -1;
        if (parts.getFirst().equals("variations") && index >= 0 && index < rows.size()) {
            return variation(rows.get(index), parts.size() > 2 ? parts.get(2) : "key");
        }
        if (parts.getFirst().equals("metrics") && index >= 0) {
            String id = definition.path("metrics").path(index).path("metric").asText();
            return metric(id, parts.size() > 2 && parts.get(2).equals("margin") ? "margin" : "role");
        }
        if (parts.getFirst().equals("targeting")) {
            return "targeting";
        }
        return String.join(".", parts);
    }

    /** Hundredths as a share, and anything else as it was typed. */
    static JsonNode share(String percent) {
        var matched = PERCENT.matcher(percent.strip());
        return matched.matches()
                ? number(new BigDecimal(matched.group(1).replace(',', '.'))
                        .movePointLeft(2)
                        .doubleValue())
                : TextNode.valueOf(percent);
    }

    /** As a reader of JSON would have it: whole numbers are whole. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? IntNode.valueOf((int) value)
                : DoubleNode.valueOf(value);
    }

    private static JsonNode whole(String text) {
        String plain = text.strip();
        return WHOLE.matcher(plain).matches() ? IntNode.valueOf(Integer.parseInt(plain)) : TextNode.valueOf(text);
    }

    private static String percent(JsonNode share, String missing) {
        return share.isNumber()
                ? share.decimalValue()
                        .movePointRight(2)
                        .setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                : share.asText(missing);
    }
}
