package dev.aisle.campaign.experiments.flags.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.experiments.domain.Layer;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flags and experiments as features of GrowthBook's payload. What this service evaluates is what SDKs get, so that the two can't differ. The layer
 * and the global holdout are filters rather than namespaces: those hash by version 1, under which experiments aren't independent.
 *
 * @see <a href="https://docs.growthbook.io/lib/build-your-own">GrowthBook, Build your own SDK</a>
 */
final class Features {
    /** The attribute of a person: the pseudonym. */
    static final String PERSON = "id";
    /** The attribute of a visit. */
    static final String SESSION = "session";

    private static final int HASH_VERSION = 2;

    private Features() {}

    static Map<String, Object> feature(Flag flag, @Nullable Phase phase, GlobalHoldout holdout) {
        Map<String, Object> feature = new LinkedHashMap<>();
        put(feature, "defaultValue", flag.defaultValue());
        List<Object> rules = new ArrayList<>();
        if (flag.on()) {
            if (phase != null) {
                rules.add(rule(phase, holdout));
            }
            for (int number = 0; number < flag.rules().size(); number++) {
                rules.add(rule(number + 1, flag.rules().get(number)));
            }
        }
        if (!rules.isEmpty()) {
            feature.put("rules", rules);
        }
        return feature;
    }

    private static Map<String, Object> rule(int number, Flag.Rule rule) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", "rule-" + number);
        if (!rule.condition().isEmpty()) {
            written.put("condition", Plain.object(rule.condition()));
        }
        put(written, "force", rule.value());
        return written;
    }

    private static Map<String, Object> rule(Phase phase, GlobalHoldout holdout) {
        Experiment experiment = phase.experiment();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", experiment.id() + "/" + phase.number());
        rule.put("key", experiment.id());
        rule.put("phase", Integer.toString(phase.number()));
        rule.put("bucketVersion", phase.number());
        rule.put("seed", phase.seed());
        rule.put("hashAttribute", attribute(experiment.unit()));
        rule.put("hashVersion", HASH_VERSION);
        rule.put(
                "variations",
                experiment.treatments().stream()
                        .map(treatment -> Plain.of(treatment.value()))
                        .toList());
        rule.put(
                "weights",
                experiment.treatments().stream().map(Treatment::weight).toList());
        rule.put("coverage", experiment.coverage());
        rule.put(
                "meta",
                experiment.treatments().stream()
                        .map(treatment -> Map.of("key", treatment.key(), "name", treatment.name()))
                        .toList());
        List<Object> filters = filters(experiment, holdout);
        if (!filters.isEmpty()) {
            rule.put("filters", filters);
        }
        if (!experiment.targeting().isEmpty()) {
            rule.put("condition", Plain.object(experiment.targeting()));
        }
        return rule;
    }

    private static List<Object> filters(Experiment experiment, GlobalHoldout holdout) {
        List<Object> filters = new ArrayList<>();
        if (experiment.heldOut() && holdout.share() > 0) {
            filters.add(filter(PERSON, "holdout/" + holdout.seed(), holdout.share(), 1));
        }
        Layer layer = experiment.layer();
        if (layer != null) {
            filters.add(filter(attribute(experiment.unit()), "layer/" + layer.name(), layer.from(), layer.to()));
        }
        return filters;
    }

    private static Map<String, Object> filter(String attribute, String seed, double from, double to) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("attribute", attribute);
        filter.put("seed", seed);
        filter.put("hashVersion", HASH_VERSION);
        filter.put("ranges", List.of(List.of(from, to)));
        return filter;
    }

    private static String attribute(Unit unit) {
        return unit == Unit.PERSON ? PERSON : SESSION;
    }

    private static void put(Map<String, Object> map, String name, JsonNode value) {
        Object plain = Plain.of(value);
        if (plain != null) {
            map.put(name, plain);
        }
    }
}
