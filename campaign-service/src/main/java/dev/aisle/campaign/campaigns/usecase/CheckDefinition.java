package dev.aisle.campaign.campaigns.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.content.ContentValues;
import dev.aisle.campaign.campaigns.content.TemplateProblem;
import dev.aisle.campaign.campaigns.content.TemplateSandbox;
import dev.aisle.campaign.campaigns.content.TemplateSandbox.Checked;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.reading.DefinitionReader;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.domain.reading.Reading;
import dev.aisle.platform.placements.Placements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for all that is wrong in a definition: its fields, its placements, its templates, and what runs beside it. */
@ApplicationScoped
class CheckDefinition {
    private static final List<String> TEXTS = List.of("title", "body", "subject", "text", "html");

    private final TemplateSandbox sandbox;
    private final RunningCampaigns running;
    private final Placements placements;

    CheckDefinition(TemplateSandbox sandbox, RunningCampaigns running, Placements placements) {
        this.sandbox = sandbox;
        this.running = running;
        this.placements = placements;
    }

    /** All findings at once. Belongs into a transaction. */
    public Reading check(String id, int version, JsonNode json) {
        Reading reading = DefinitionReader.read(id, version, json);
        List<Finding> findings = new ArrayList<>();
        if (reading instanceof Reading.Wrong wrong) {
            findings.addAll(wrong.findings());
        }
        placements(json, findings);
        templates(json, findings);
        fallbacks(json, findings);
        if (reading instanceof Reading.Good good) {
            findings.addAll(collisions(good.definition()));
        }
        return findings.isEmpty() ? reading : new Reading.Wrong(findings);
    }

    /** Whatever wants one of its placements for itself with equal right. */
    List<Finding> collisions(Definition definition) {
        return running.beforeChange().stream()
                .filter(definition::collidesWith)
                .map(other -> {
                    Set<String> common = new TreeSet<>(definition.campaign().placements());
                    common.retainAll(other.campaign().placements());
                    return new Finding(
                            "/placements",
                            "The campaign " + other.campaign().id() + " wants " + String.join(", ", common)
                                    + " for itself at the same time, with the same priority "
                                    + other.campaign().priority() + ".",
                            "Take another priority, another placement or another time, or leave exclusive out.");
                })
                .toList();
    }

    /** What isn't a text or no name at all was found before. */
    private void placements(JsonNode json, List<Finding> findings) {
        int number = 0;
        for (JsonNode placement : json.path("placements")) {
            String name = placement.asText();
            if (placement.isTextual() && !placements.declares(name)) {
                findings.add(new Finding(
                        "/placements/" + number, "The shop has no placement of this name.", placements.fix(name)));
            }
            number++;
        }
    }

    private void templates(JsonNode json, List<Finding> findings) {
        int number = 0;
        for (JsonNode variation : json.path("variations")) {
            String place = "/variations/" + number + "/content/";
            variation
                    .path("content")
                    .properties()
                    .forEach(language -> TEXTS.forEach(text -> {
                        String source = language.getValue().path(text).asText("");
                        if (sandbox.check(source, text.equals("html")) instanceof Checked.Bad(TemplateProblem bad)) {
                            findings.add(new Finding(
                                    place + language.getKey().replaceAll("[^A-Za-z-]", "?") + "/" + text,
                                    "Line " + bad.line() + ": " + bad.message(),
                                    bad.fix()));
                        }
                    }));
            number++;
        }
    }

    private static void fallbacks(JsonNode json, List<Finding> findings) {
        json.path("fallbacks").fieldNames().forEachRemaining(name -> {
            if (!ContentValues.isKnown(name)) {
                findings.add(new Finding(
                        "/fallbacks/" + name.replaceAll("[^A-Za-z0-9._-]", "?"),
                        "There is no such value.",
                        "Known groups: "
                                + String.join(", ", ContentValues.known().keySet())
                                + "; write coupon.code, for instance."));
            }
        });
    }
}
