package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Program;
import dev.aisle.contracts.Keeps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The versions that people have entered, also those that don't run any more. A version never changes, so each is read once. */
@ApplicationScoped
@Keeps(ofNobody = "definitions of campaigns")
class EnteredVersions {
    /** More than are on their way at once; when that many are held, all go. */
    private static final int MOST = 2_000;

    private final ReadDefinition readDefinition;
    private final Map<String, Entered> held = new ConcurrentHashMap<>();

    EnteredVersions(ReadDefinition readDefinition) {
        this.readDefinition = readDefinition;
    }

    /** A definition with its steps in a row. */
    public record Entered(Definition definition, Program program) {}

    /** What a journey follows. */
    public Entered of(Journey journey) {
        return of(journey.campaign(), journey.version());
    }

    /** A version that somebody has entered. */
    public Entered of(String campaign, int version) {
        if (held.size() > MOST) {
            held.clear();
        }
        String reference = campaign + "@" + version;
        Entered known = held.get(reference);
        if (known == null) {
            Definition definition = readDefinition
                    .of(campaign, version)
                    .orElseThrow(() -> new IllegalStateException("The version " + reference + " is missing"));
            known = new Entered(definition, Program.of(definition.journey()));
            held.put(reference, known);
        }
        return known;
    }
}
