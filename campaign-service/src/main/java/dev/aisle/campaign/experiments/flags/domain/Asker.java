package dev.aisle.campaign.experiments.flags.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For whom a flag is evaluated.
 *
 * @param id the pseudonym as the client names it, or another name of the unit, of which nothing is kept then
 * @param attributes what the client says of the unit beside it
 */
public record Asker(String id, Map<String, Object> attributes) {
    /** The attributes as the evaluation reads them: the person stands under {@code id}, whatever the client wrote there. */
    public Map<String, Object> as(String person) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put(Features.PERSON, person);
        return all;
    }

    /** The visit; empty without one. */
    public String session() {
        return attributes.get(Features.SESSION) instanceof String session ? session : "";
    }
}
