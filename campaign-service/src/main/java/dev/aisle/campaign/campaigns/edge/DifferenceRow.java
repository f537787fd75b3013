package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.life.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place at which two versions differ, to be read; empty where nothing stands. */
record DifferenceRow(String place, String before, String after) {
    static List<DifferenceRow> of(List<Difference> differences) {
        return differences.stream()
                .map(one -> new DifferenceRow(one.place(), text(one.before()), text(one.after())))
                .toList();
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.isValueNode() ? node.asText() : node.toString();
    }
}
