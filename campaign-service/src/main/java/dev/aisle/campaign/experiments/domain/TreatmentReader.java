package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the variations of an experiment. */
final class TreatmentReader {
    private static final int MOST = 20;
    private static final int MOST_VALUE = 16_000;
    private static final double TOLERANCE = 1e-6;

    private TreatmentReader() {}

    static List<Treatment> read(Spot spot) {
        List<Treatment> all = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Spot one : spot.elements(2, MOST, "variations")) {
            if (!one.object(List.of("key", "name", "weight", "value"))) {
                continue;
            }
            String key = one.at("key").name("the key of a variation");
            if (!key.isEmpty() && !keys.add(key)) {
                one.at("key").wrong("The key " + key + " is there twice.", "Give each variation its own.");
            }
            all.add(new Treatment(
                    key,
                    one.is("name") ? one.at("name").text(120) : key,
                    one.at("weight").share(true),
                    value(one.at("value"))));
        }
        checkWeights(spot, all);
        boolean alike = all.stream().map(TreatmentReader::kind).distinct().count() <= 1;
        if (!alike) {
            spot.wrong(
                    "The values are of different kinds, but a client reads a flag as one kind.",
                    "Write all of them as texts, numbers, true/false or objects.");
        }
        return all;
    }

    private static void checkWeights(Spot spot, List<Treatment> all) {
        double sum = all.stream().mapToDouble(Treatment::weight).sum();
        if (!all.isEmpty() && Math.abs(sum - 1) > TOLERANCE) {
            spot.wrong(
                    String.format(Locale.ROOT, "The weights sum to %.6g, not to 1.", sum),
                    "Write weights that sum to 1; for a small experiment lower coverage instead.");
        }
    }

    private static JsonNode value(Spot spot) {
        if (spot.node().isMissingNode() || spot.node().isNull()) {
            spot.wrong("This is missing.", "Write what the flag answers: true, \"blue\", 3 or an object.");
        } else if (spot.node().toString().length() > MOST_VALUE) {
            spot.wrong("This is too long.", "Write at most " + MOST_VALUE + " characters.");
        }
        return spot.node();
    }

    private static String kind(Treatment treatment) {
        return treatment.value().getNodeType().name();
    }
}
