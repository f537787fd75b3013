package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import java.util.Map;

/**
 * What rules of this shop can speak of.
 *
 * @param segment the id of the segment whose rule it is; empty when it has none yet
 * @param segments the rules of all segments that there are, by id
 */
public record Vocabulary(ValueCatalog values, String segment, Map<String, Rule> segments) {
    public Vocabulary {
        segments = Map.copyOf(segments);
    }
}
