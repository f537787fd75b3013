package dev.aisle.campaign.experiments.domain;

import dev.aisle.campaign.campaigns.domain.reading.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the variations of an experiment. */
final class TreatmentReader {
    private static final int MOST = 20;
    private static final double TOLERANCE = 1e-6;

    private TreatmentReader() {}

    /** @param flag whose values they are */
    static List<Treatment> read(Spot spot, String flag) {
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
                    ValueReader.read(one.at("value"), flag)));
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

    private static String kind(Treatment treatment) {
        return treatment.value().getNodeType().name();
    }
}
