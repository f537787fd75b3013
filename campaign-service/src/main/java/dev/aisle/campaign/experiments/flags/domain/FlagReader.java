package dev.aisle.campaign.experiments.flags.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Spot;
import dev.aisle.campaign.experiments.domain.TargetingReader;
import dev.aisle.campaign.experiments.domain.ValueReader;
import java.util.ArrayList;
import java.util.List;

/** Reads a flag as it is written in a file or sent over HTTP; all that is wrong is said at once. */
public final class FlagReader {
    private static final List<String> FIELDS = List.of("description", "on", "default", "rules");
    private static final int MOST_RULES = 100;

    private FlagReader() {}

    /** What came out. */
    public sealed interface Reading {
        /** It can be used. */
        record Good(Flag flag) implements Reading {}

        /** It can't; all of it is said. */
        record Wrong(List<Finding> findings) implements Reading {
            public Wrong {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Reads it. */
    public static Reading read(String key, JsonNode json) {
        Spot spot = Spot.root(json);
        if (!spot.object(FIELDS)) {
            return new Reading.Wrong(spot.findings());
        }
        if (spot.is("description")) {
            spot.at("description").text(1_000);
        }
        boolean on = !spot.is("on") || spot.at("on").flag();
        JsonNode usual = ValueReader.read(spot.at("default"), key);
        List<Flag.Rule> rules = new ArrayList<>();
        if (spot.is("rules")) {
            for (Spot one : spot.at("rules").elements(0, MOST_RULES, "rules")) {
                if (one.object(List.of("condition", "value"))) {
                    rules.add(new Flag.Rule(
                            TargetingReader.read(one.at("condition")), ValueReader.read(one.at("value"), key)));
                }
            }
        }
        if (rules.stream().anyMatch(rule -> rule.value().getNodeType() != usual.getNodeType())) {
            spot.at("rules")
                    .wrong(
                            "The values are of different kinds, but a client reads a flag as one kind.",
                            "Write all of them as the default is.");
        }
        return spot.findings().isEmpty()
                ? new Reading.Good(new Flag(key, on, usual, rules))
                : new Reading.Wrong(spot.findings());
    }
}
