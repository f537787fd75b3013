package dev.aisle.campaign.experiments.flags.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a flag answers where no experiment decides it.
 *
 * @param on whether anything but the default is answered; one that is off takes part in no experiment either
 * @param rules the first whose condition holds decides
 */
public record Flag(String key, boolean on, JsonNode defaultValue, List<Rule> rules) {
    public Flag {
        rules = List.copyOf(rules);
    }

    /**
     * A value for some.
     *
     * @param condition on the context in GrowthBook's form
     */
    public record Rule(JsonNode condition, JsonNode value) {}
}
