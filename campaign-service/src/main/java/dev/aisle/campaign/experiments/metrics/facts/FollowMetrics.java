package dev.aisle.campaign.experiments.metrics.facts;

import dev.aisle.campaign.experiments.metrics.Measure;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.metrics.Occurrence;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.identity.Successors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what events of people who allow analytics add to measures. The values of experiments change in the same transaction. */
@ApplicationScoped
class FollowMetrics {
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final FactRepository facts;
    private final PersonRepository people;
    private final ConsentAtUse consents;
    private final Successors successors;

    FollowMetrics(
            MetricDefinitions definitions,
            FactRepository facts,
            PersonRepository people,
            ConsentAtUse consents,
            Successors successors) {
        definitions
                .all()
                .forEach(metric -> metric.measures().forEach(measure -> measures.put(measure.code(), measure)));
        this.facts = facts;
        this.people = people;
        this.consents = consents;
        this.successors = successors;
    }

    /** Whether a metric asks about events of this type. */
    public boolean wants(String type) {
        return measures.values().stream().anyMatch(measure -> measure.event().equals(type));
    }

    /** Takes a batch. */
    @Transactional
    public void follow(List<Occurrence> batch) {
        Map<String, String> moved = successors.among(
                batch.stream().map(one -> one.seen().pseudonym()).collect(Collectors.toSet()));
        List<Fact> usable = new ArrayList<>();
        for (Occurrence one : batch) {
            String person =
                    moved.getOrDefault(one.seen().pseudonym(), one.seen().pseudonym());
            if (consents.allows(one.seen().under(person), Purpose.ANALYTICS)) {
                measures.forEach((code, measure) -> measure.of(one)
                        .ifPresent(
                                value -> usable.add(new Fact(one.id(), code, person, one.session(), value, one.at()))));
            }
        }
        Set<String> alive =
                people.lock(usable.stream().map(Fact::pseudonym).toList()).keySet();
        facts.put(
                usable.stream().filter(fact -> alive.contains(fact.pseudonym())).toList());
    }
}
