package dev.aisle.campaign.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an analysis needs of a stored definition: it was right when it was saved. */
final class PhaseReader {
    private PhaseReader() {}

    static Experiment read(String id, JsonNode json) {
        List<Treatment> treatments = new ArrayList<>();
        json.path("variations")
                .forEach(one -> treatments.add(new Treatment(
                        one.path("key").asText(),
                        one.path("name").asText(one.path("key").asText()),
                        one.path("weight").asDouble(),
                        one.path("value"))));
        List<MetricUse> metrics = new ArrayList<>();
        json.path("metrics")
                .forEach(one -> metrics.add(new MetricUse(
                        one.path("metric").asText(),
                        role(one.path("role").asText()),
                        one.path("margin").asDouble(0))));
        return new Experiment(
                id,
                json.path("flag").asText(),
                json.path("name").asText(id),
                json.path("hypothesis").asText(),
                json.path("unit").asText().equals(Unit.SESSION.code()) ? Unit.SESSION : Unit.PERSON,
                null,
                json.path("heldOut").asBoolean(true),
                json.path("coverage").asDouble(1),
                json.path("targeting"),
                treatments,
                metrics,
                rule(json.path("decision")));
    }

    private static Role role(String code) {
        return Arrays.stream(Role.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(Role.SECONDARY);
    }

    private static DecisionRule rule(JsonNode json) {
        String code = json.path("method").asText(Method.SEQUENTIAL.code());
        Method method = Arrays.stream(Method.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(Method.SEQUENTIAL);
        return new DecisionRule(
                method,
                json.path("alpha").asDouble(0.05),
                json.path("minimumEffect").asDouble(0.05),
                json.path("power").asDouble(0.8),
                json.path("looks").asInt(5));
    }
}
