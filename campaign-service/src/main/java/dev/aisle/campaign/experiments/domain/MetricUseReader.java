package dev.aisle.campaign.experiments.domain;

import dev.aisle.campaign.campaigns.domain.reading.Spot;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads which metrics an experiment looks at. */
final class MetricUseReader {
    private static final int MOST = 50;
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::code).toList();

    private MetricUseReader() {}

    /** @param known ids of the metrics file; empty to take any */
    static List<MetricUse> read(Spot spot, Set<String> known) {
        if (spot.node().isMissingNode() || spot.node().isNull() || spot.node().isEmpty()) {
            spot.wrong(
                    "There is no metric, so that nothing could be learnt.",
                    "Write [{\"metric\": \"…\", \"role\": \"goal\"}].");
            return List.of();
        }
        List<MetricUse> all = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Spot one : spot.elements(1, MOST, "metrics")) {
            if (one.object(List.of("metric", "role", "margin"))) {
                all.add(use(one, known, named));
            }
        }
        if (all.stream().noneMatch(use -> use.role() == Role.GOAL)) {
            spot.wrong("No metric is the goal, so that nothing could be decided.", "Give one the role goal.");
        }
        return all;
    }

    private static MetricUse use(Spot spot, Set<String> known, Set<String> named) {
        String metric = spot.at("metric").name("the id of a metric");
        if (!metric.isEmpty() && !known.isEmpty() && !known.contains(metric)) {
            spot.at("metric").wrong("There is no metric " + metric + ".", Spot.known(known));
        }
        if (!metric.isEmpty() && !named.add(metric)) {
            spot.at("metric").wrong("The metric " + metric + " is named twice.", "Leave one out.");
        }
        String word = spot.at("role").word(ROLES);
        Role role = Arrays.stream(Role.values())
                .filter(one -> one.code().equals(word))
                .findFirst()
                .orElse(Role.SECONDARY);
        if (role != Role.GUARDRAIL && spot.is("margin")) {
            spot.at("margin").wrong("Only a guardrail has a margin.", "Leave it out, or write the role guardrail.");
        }
        return new MetricUse(metric, role, spot.is("margin") ? spot.at("margin").share(false) : 0);
    }
}
