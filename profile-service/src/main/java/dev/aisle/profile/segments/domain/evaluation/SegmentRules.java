package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.segments.domain.language.SegmentOrder;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of all segments, ready to find out in which of them a person is. */
public final class SegmentRules {
    private final ValueCatalog values;
    private final Map<String, Rule> rules;
    private final List<String> order;

    /**
     * Rules by the id of their segment.
     *
     * @throws IllegalArgumentException when segments go in a circle
     */
    public SegmentRules(ValueCatalog values, Map<String, Rule> rules) {
        this.values = values;
        this.rules = Map.copyOf(rules);
        this.order = SegmentOrder.of(this.rules);
    }

    /** By segment whether the person is in it, each after those that it asks for. */
    public Map<String, Outcome> of(PersonEvents usable, Instant now) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Evaluation evaluation = new Evaluation(values, usable, outcomes, now);
        for (String id : order) {
            Rule rule = rules.get(id);
            if (rule != null) {
                outcomes.put(id, evaluation.of(rule));
            }
        }
        return outcomes;
    }

    /** Why a rule holds or doesn't. */
    public Explanation explain(Rule rule, PersonEvents usable, Instant now) {
        return new Evaluation(values, usable, of(usable, now), now).explain(rule);
    }

    /** The rules by segment. */
    public Map<String, Rule> rules() {
        return rules;
    }
}
