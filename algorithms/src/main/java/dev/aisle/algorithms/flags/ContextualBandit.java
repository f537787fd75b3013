package dev.aisle.algorithms.flags;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights that depend on what is known of a unit: those of the first context whose condition it meets. */
final class ContextualBandit {
    /** Of an experiment whose variation the weights decided. */
    static final String FIELD = "contextualBandit";

    private static final int NO_CONTEXT = -1;

    private ContextualBandit() {}

    /** Whether a rule has one. */
    static boolean isIn(Fields rule) {
        return rule.has("contextualVariations");
    }

    /** Writes the unit's weights into the experiment of a rule, and where they are from; without a definition the rule's own weights stay. */
    static void route(Map<String, Object> experiment, Fields rule, FlagContext context) {
        experiment.put("variations", rule.list("contextualVariations"));
        if (!(context.contextualBandits().get(rule.text("contextualBanditRef", "")) instanceof Map<?, ?> definition)) {
            return;
        }
        Fields bandit = new Fields(definition);
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put("leafId", NO_CONTEXT);
        chosen.put("variationWeights", rule.list("weights"));
        bandit.list("contexts").stream()
                .map(Fields::of)
                .filter(leaf -> context.targeting()
                        .meets(
                                context.attributes(),
                                Fields.of(leaf.get("condition")).map()))
                .findFirst()
                .ifPresent(leaf -> {
                    chosen.put("leafId", leaf.whole("leafId", NO_CONTEXT));
                    chosen.put("variationWeights", leaf.list("weights"));
                });
        Object version = bandit.get("banditVersion");
        if (version != null) {
            chosen.put("banditVersion", version);
        }
        experiment.put("weights", chosen.get("variationWeights"));
        experiment.put(FIELD, chosen);
    }

    /** Where an experiment's weights are from. */
    @SuppressWarnings("unchecked") // route wrote it
    static @Nullable Map<String, Object> of(Fields experiment) {
        return (Map<String, Object>) experiment.get(FIELD);
    }
}
