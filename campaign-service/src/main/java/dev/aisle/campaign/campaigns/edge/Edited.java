package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody wrote in the editor: fields for what is common, and the whole definition as text. A field that was changed wins over the text. */
final class Edited {
    static final String DEFINITION = "definition";
    /** The definition as it was when the form was made: what differs from it was changed. */
    static final String BASE = "base";

    private Edited() {}

    /** The form of a definition. */
    static Form form(String id, long revision, JsonNode definition) {
        Map<String, String> values = new HashMap<>();
        values.put("id", id);
        values.put("revision", revision == 0 ? "" : "r" + revision);
        values.put(BASE, definition.toString());
        values.put(DEFINITION, definition.toPrettyString());
        EditField.ALL.forEach(field -> values.put(field.name(), field.read(definition)));
        return Form.of(values);
    }

    /**
     * The definition that the form comes to.
     *
     * @throws UnreadableTextException when the text is none
     */
    static JsonNode definition(Form form, DefinitionText texts) {
        String text = form.value(DEFINITION).strip();
        JsonNode whole = texts.read(text, !text.startsWith("{"));
        JsonNode base = texts.read(form.value(BASE).isEmpty() ? "{}" : form.value(BASE), false);
        if (!(whole instanceof ObjectNode definition)) {
            return whole;
        }
        for (EditField field : EditField.ALL) {
            String typed = form.values().get(field.name());
            if (typed != null && !lines(typed).equals(lines(field.read(base)))) {
                field.write(definition, lines(typed));
            }
        }
        return definition;
    }

    /** What is wrong, each beside its field; whatever has none stands under its place. */
    static List<FieldError> errors(List<Finding> findings) {
        List<FieldError> errors = new ArrayList<>();
        for (Finding finding : findings) {
            String name = EditField.ALL.stream()
                    .filter(field -> field.holds(finding.place()))
                    .map(EditField::name)
                    .findFirst()
                    .orElse(finding.place());
            errors.add(new FieldError(name, finding.message() + " " + finding.fix()));
        }
        return errors;
    }

    /** Browsers send lines with CR LF. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
