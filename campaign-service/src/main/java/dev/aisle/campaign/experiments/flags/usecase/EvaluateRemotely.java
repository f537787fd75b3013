package dev.aisle.campaign.experiments.flags.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import dev.aisle.campaign.experiments.flags.domain.Asker;
import dev.aisle.campaign.experiments.flags.domain.Evaluation;
import dev.aisle.campaign.experiments.flags.domain.Evaluator;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.domain.Plain;
import dev.aisle.campaign.experiments.flags.domain.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates all flags for a GrowthBook SDK and gives what came out as features without rules: only what the SDK has to report stands with it. */
@ApplicationScoped
public class EvaluateRemotely {
    private final FlagCatalogue catalogue;
    private final KeptVariations keptVariations;

    EvaluateRemotely(FlagCatalogue catalogue, KeptVariations keptVariations) {
        this.catalogue = catalogue;
        this.keptVariations = keptVariations;
    }

    /**
     * The payload.
     *
     * @param sent {@code attributes}, and if wanted {@code forcedVariations} and {@code forcedFeatures}
     */
    public Map<String, Object> evaluate(JsonNode sent) {
        FlagSet set = catalogue.now();
        Map<String, Object> attributes = Plain.object(sent.path("attributes"));
        Asker asker = new Asker(sent.path("attributes").path("id").asText(""), attributes);
        Whose whose = keptVariations.whose(asker.id());
        Map<String, Object> forced = forcedFeatures(sent.path("forcedFeatures"));
        Evaluator evaluator = Evaluator.of(
                set, asker, whose.person(), keptVariations.of(whose), forcedVariations(sent.path("forcedVariations")));
        Map<String, Object> features = new LinkedHashMap<>();
        for (Evaluation evaluation : evaluator.all()) {
            features.put(
                    evaluation.key(),
                    forced.containsKey(evaluation.key())
                            ? Map.of("defaultValue", forced.get(evaluation.key()))
                            : feature(evaluation, asker));
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("status", 200);
        payload.put("features", features);
        payload.put("dateUpdated", set.readAt().toString());
        return payload;
    }

    private static Map<String, Object> feature(Evaluation evaluation, Asker asker) {
        Map<String, Object> feature = new LinkedHashMap<>();
        Object value = evaluation.value();
        if (value != null) {
            feature.put("defaultValue", value);
            Evaluation.Given given = evaluation.given();
            if (given != null && given.counts()) {
                feature.put(
                        "rules", List.of(Map.of("force", value, "tracks", List.of(track(evaluation, given, asker)))));
            }
        }
        return feature;
    }

    private static Map<String, Object> track(Evaluation evaluation, Evaluation.Given given, Asker asker) {
        Experiment experiment = given.phase().experiment();
        boolean visit = experiment.unit() == Unit.SESSION;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("key", given.treatment().key());
        result.put("name", given.treatment().name());
        result.put("featureId", evaluation.key());
        result.put("variationId", experiment.treatments().indexOf(given.treatment()));
        result.put("value", Plain.of(given.treatment().value()));
        result.put("inExperiment", true);
        result.put("hashUsed", true);
        result.put("hashAttribute", visit ? "session" : "id");
        result.put("hashValue", visit ? asker.session() : asker.id());
        Map<String, Object> tracked = new LinkedHashMap<>();
        tracked.put("key", experiment.id());
        tracked.put("name", experiment.name());
        tracked.put("phase", Integer.toString(given.phase().number()));
        tracked.put(
                "variations",
                experiment.treatments().stream()
                        .map(Treatment::value)
                        .map(Plain::of)
                        .toList());
        return Map.of("experiment", tracked, "result", result);
    }

    private static Map<String, Integer> forcedVariations(JsonNode sent) {
        Map<String, Integer> forced = new HashMap<>();
        sent.properties().forEach(one -> {
            if (one.getValue().isInt()) {
                forced.put(one.getKey(), one.getValue().intValue());
            }
        });
        return forced;
    }

    /** The SDK sends the entries of a map: {@code [["key", value], …]}. */
    private static Map<String, Object> forcedFeatures(JsonNode sent) {
        Map<String, Object> forced = new HashMap<>();
        for (JsonNode entry : sent) {
            Object value = Plain.of(entry.path(1));
            if (entry.path(0).isTextual() && value != null) {
                forced.put(entry.path(0).textValue(), value);
            }
        }
        return forced;
    }
}
