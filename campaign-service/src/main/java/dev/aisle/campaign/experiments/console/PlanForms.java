package dev.aisle.campaign.experiments.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aisle.campaign.experiments.console.PlanForm.Mode;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.ExperimentReader.Reading;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the form of a plan out of what is known or was typed. */
@Singleton
class PlanForms {
    private final Console console;
    private final MetricDefinitions definitions;
    private final ExperimentFields fields;
    private final PlanPanel panel;

    PlanForms(Console console, MetricDefinitions definitions, ExperimentFields fields, PlanPanel panel) {
        this.console = console;
        this.definitions = definitions;
        this.fields = fields;
        this.panel = panel;
    }

    /** As most experiments are: two variations, the first metric as the goal, looked at at any time. */
    Form usual() {
        Map<String, String> usual = new HashMap<>(ExperimentFields.of(JsonNodeFactory.instance.objectNode()));
        usual.put(ExperimentFields.variation(0, "key"), "control");
        usual.put(ExperimentFields.variation(1, "key"), "treatment");
        definitions.all().stream()
                .findFirst()
                .ifPresent(metric -> usual.put(ExperimentFields.metric(metric.id(), "role"), "goal"));
        return Form.of(usual);
    }

    /** With the plan of what stands in it. */
    PlanForm of(Mode mode, String id, long revision, Form form) {
        return new PlanForm(
                mode,
                id,
                revision,
                form,
                definitions.all(),
                panel.of(definition(form), console.words()).orElse(null),
                null,
                null);
    }

    /** Both versions; sent again it goes over the other. */
    PlanForm stale(Mode mode, Life theirs, Form form, JsonNode yours) {
        return new PlanForm(
                mode,
                theirs.id(),
                theirs.revision(),
                form,
                definitions.all(),
                panel.of(yours, console.words()).orElse(null),
                theirs.definition().toPrettyString(),
                yours.toPrettyString());
    }

    /** The definition that a form stands for. */
    JsonNode definition(Form form) {
        return fields.definition(
                form, definitions.all().stream().map(Metric::id).toList());
    }

    /** Errors in it, by fields of the form. */
    List<FieldError> errors(Form form, JsonNode definition) {
        return ExperimentReader.read("checked", definition, definitions.ids()) instanceof Reading.Wrong wrong
                ? ExperimentFields.errors(wrong.findings(), form, definition)
                : List.of();
    }

    /** An id made of the name, and a flag of the same key, where none is written. */
    static Form named(Form form) {
        Map<String, String> values = new HashMap<>(form.values());
        if (form.value("id").isBlank()) {
            values.put("id", ExperimentIds.idOf(form.value("name")));
        }
        if (form.value("flag").isBlank()) {
            values.put("flag", values.getOrDefault("id", ""));
        }
        return Form.of(values);
    }

    /** On which revision a form rests; 0 for none. */
    static long revision(Form form) {
        String text = form.value("revision");
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }
}
