package dev.aisle.algorithms.flags;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates flags of a GrowthBook payload for a unit.
 *
 * @see <a href="https://docs.growthbook.io/lib/build-your-own">GrowthBook, Build your own SDK</a>, specification 0.8
 */
public final class Flags {
    /** What of a rule makes its experiment. */
    private static final List<String> OF_EXPERIMENT = List.of(
            "coverage",
            "weights",
            "hashAttribute",
            "fallbackAttribute",
            "disableStickyBucketing",
            "bucketVersion",
            "minBucketVersion",
            "namespace",
            "meta",
            "ranges",
            "name",
            "phase",
            "seed",
            "hashVersion",
            "filters",
            "condition");

    private final FlagContext context;
    private final Experiments experiments;
    private final Deque<String> asking = new ArrayDeque<>();

    /** Flags for a unit. */
    public Flags(FlagContext context) {
        this.context = context;
        this.experiments = new Experiments(context, this);
    }

    /** Why a flag has its value. */
    public enum Source {
        UNKNOWN_FEATURE("unknownFeature"),
        DEFAULT_VALUE("defaultValue"),
        FORCE("force"),
        EXPERIMENT("experiment"),
        /** A flag that this one needs has another value. */
        PREREQUISITE("prerequisite"),
        /** Flags need each other. */
        CYCLIC_PREREQUISITE("cyclicPrerequisite");

        private final String wireName;

        Source(String wireName) {
            this.wireName = wireName;
        }

        /** The name in the specification. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * A flag's value.
     *
     * @param rule the id of the rule that decided; may be empty
     * @param experiment that decided
     * @param assignment of that experiment
     */
    public record Flag(
            @Nullable Object value,
            Source source,
            String rule,
            @Nullable Map<String, Object> experiment,
            @Nullable Assignment assignment) {
        /** Whether the value counts as on. */
        public boolean on() {
            return PlainJson.truthy(value);
        }
    }

    /** The value of a flag. */
    public Flag evaluate(String key) {
        if (asking.contains(key)) {
            return flag(null, Source.CYCLIC_PREREQUISITE, "");
        }
        if (!(context.features().get(key) instanceof Map<?, ?> feature)) {
            return flag(null, Source.UNKNOWN_FEATURE, "");
        }
        asking.push(key);
        try {
            return byRules(key, new Fields(feature));
        } finally {
            asking.pop();
        }
    }

    private Flag byRules(String key, Fields feature) {
        for (Object one : feature.list("rules")) {
            Fields rule = Fields.of(one);
            Flag stopped = stoppedByParent(rule);
            if (stopped != null) {
                return stopped;
            }
            Flag decided = parentsMeet(rule) ? byRule(key, rule) : null;
            if (decided != null) {
                return decided;
            }
        }
        return flag(feature.get("defaultValue"), Source.DEFAULT_VALUE, "");
    }

    private @Nullable Flag byRule(String key, Fields rule) {
        if (experiments.filteredOut(rule.list("filters"))) {
            return null;
        }
        String id = rule.text("id", "");
        if (rule.has("force")) {
            return experiments.meets(rule.get("condition")) && experiments.rolledOut(rule, key)
                    ? flag(rule.get("force"), Source.FORCE, id)
                    : null;
        }
        if (!rule.has("variations") && !ContextualBandit.isIn(rule)) {
            return null;
        }
        Map<String, Object> experiment = experiment(key, rule);
        if (ContextualBandit.isIn(rule)) {
            ContextualBandit.route(experiment, rule, context);
        }
        Assignment assignment = experiments.run(new Fields(experiment));
        if (assignment.bandit() == null) {
            experiment.remove(ContextualBandit.FIELD);
        }
        return assignment.inExperiment() && !assignment.passthrough()
                ? new Flag(assignment.value(), Source.EXPERIMENT, id, experiment, assignment)
                : null;
    }

    private static Map<String, Object> experiment(String key, Fields rule) {
        Map<String, Object> experiment = new LinkedHashMap<>();
        experiment.put("variations", rule.list("variations"));
        experiment.put("key", rule.text("key", key));
        for (String name : OF_EXPERIMENT) {
            Object value = rule.get(name);
            if (value != null) {
                experiment.put(name, value);
            }
        }
        return experiment;
    }

    /** A flag that this one needs stops it for good where it is a gate, or where flags need each other. */
    private @Nullable Flag stoppedByParent(Fields rule) {
        for (Object one : rule.list("parentConditions")) {
            Fields parent = Fields.of(one);
            Flag value = evaluate(parent.text("id", ""));
            if (value.source() == Source.CYCLIC_PREREQUISITE) {
                return flag(null, Source.CYCLIC_PREREQUISITE, "");
            }
            if (!meets(value, parent)) {
                return parent.flag("gate") ? flag(null, Source.PREREQUISITE, "") : null;
            }
        }
        return null;
    }

    private boolean parentsMeet(Fields rule) {
        return rule.list("parentConditions").stream().map(Fields::of).allMatch(this::parentMeets);
    }

    boolean parentMeets(Fields parent) {
        Flag value = evaluate(parent.text("id", ""));
        return value.source() != Source.CYCLIC_PREREQUISITE && meets(value, parent);
    }

    private boolean meets(Flag value, Fields parent) {
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("value", value.value());
        return context.targeting()
                .meets(holder, Fields.of(parent.get("condition")).map());
    }

    /** Runs an experiment outside of any flag. */
    public Assignment run(Map<String, Object> experiment) {
        return experiments.run(new Fields(experiment));
    }

    private static Flag flag(@Nullable Object value, Source source, String rule) {
        return new Flag(value, source, rule, null, null);
    }
}
