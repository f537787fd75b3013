package dev.aisle.campaign.experiments.console;

import dev.aisle.campaign.experiments.console.PlanPanel.Planned;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.metrics.Metric;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment's form as a page shows it.
 *
 * @param mode what sending it does
 * @param id of the experiment; empty for a new one
 * @param revision on which it rests; 0 for a new one
 * @param theirs the definition that somebody else saved meanwhile; null when nobody did
 * @param yours the own definition beside it
 */
record PlanForm(
        Mode mode,
        String id,
        long revision,
        Form form,
        List<Metric> metrics,
        @Nullable Planned planned,
        @Nullable String theirs,
        @Nullable String yours) {
    /** How a form changes the definition. */
    enum Mode {
        /** Another experiment is made. */
        MAKE("make"),
        /** A draft is changed. */
        EDIT("edit"),
        /** Words and coverage of one that runs are changed. */
        WORDS("words"),
        /** A new phase begins. */
        PHASE("phase");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        /** The value in the form. */
        public String code() {
            return code;
        }

        /** The one of this code; {@link #MAKE} for any other. */
        static Mode of(String code) {
            return Arrays.stream(values())
                    .filter(mode -> mode.code.equals(code))
                    .findFirst()
                    .orElse(MAKE);
        }
    }

    /** Errors that the whole has, not one of its fields. */
    private static final Set<String> OF_THE_WHOLE =
            Set.of("", "variations", "metrics", "layer", "decision", "revision");

    /** A row of the variations; the first is the control. */
    record Row(int number, Form form) {
        public String field(String part) {
            return ExperimentFields.variation(number, part);
        }

        public String value(String part) {
            return form.value(field(part));
        }

        public @Nullable String error(String part) {
            return form.error(field(part));
        }
    }

    /** The role of a metric in this experiment. */
    record Use(Metric metric, Form form) {
        public String field(String part) {
            return ExperimentFields.metric(metric.id(), part);
        }

        public String value(String part) {
            return form.value(field(part));
        }

        public @Nullable String error(String part) {
            return form.error(field(part));
        }
    }

    public List<Row> rows() {
        return IntStream.range(0, ExperimentFields.rows(form))
                .mapToObj(number -> new Row(number, form))
                .toList();
    }

    public List<Use> uses() {
        return metrics.stream().map(metric -> new Use(metric, form)).toList();
    }

    public List<String> roles() {
        return Arrays.stream(MetricUse.Role.values()).map(MetricUse.Role::code).toList();
    }

    public List<String> methods() {
        return Arrays.stream(Method.values()).map(Method::code).toList();
    }

    public List<FieldError> wholeErrors() {
        return form.errors().stream()
                .filter(error ->
                        OF_THE_WHOLE.contains(error.field()) || error.field().startsWith("experiment"))
                .toList();
    }

    /** Whether all of the definition may be changed. */
    public boolean whole() {
        return mode != Mode.WORDS;
    }

    public boolean moreRows() {
        return ExperimentFields.rows(form) < ExperimentFields.MOST_ROWS;
    }
}
