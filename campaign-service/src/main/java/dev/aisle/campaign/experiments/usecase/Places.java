package dev.aisle.campaign.experiments.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.experiments.domain.Layer;
import org.jspecify.annotations.Nullable;

/** A definition with the part of its layer that a phase takes, in place of the share that was asked for. */
final class Places {
    private Places() {}

    static JsonNode placed(JsonNode definition, @Nullable Layer layer) {
        ObjectNode placed = definition.deepCopy();
        if (layer != null) {
            placed.putObject("layer")
                    .put("name", layer.name())
                    .put("from", layer.from())
                    .put("to", layer.to());
        }
        return placed;
    }

    static JsonNode covering(JsonNode definition, double coverage) {
        ObjectNode covering = definition.deepCopy();
        return covering.put("coverage", coverage);
    }
}
