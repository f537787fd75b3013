package dev.aisle.campaign.campaigns.reach;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.reach.Reach.Counted;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign.Outcome.Shown;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign.Wanted;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries a version of a campaign on everybody without giving it to anybody. */
@ApplicationScoped
class DryRun {
    private final ReadDefinition readDefinition;
    private final CountReach countReach;
    private final PreviewCampaign previewCampaign;
    private final GuardedFigures guarded;

    DryRun(
            ReadDefinition readDefinition,
            CountReach countReach,
            PreviewCampaign previewCampaign,
            GuardedFigures guarded) {
        this.readDefinition = readDefinition;
        this.countReach = countReach;
        this.previewCampaign = previewCampaign;
        this.guarded = guarded;
    }

    /**
     * What it found.
     *
     * @param examples one of each variation
     * @param lacking what would make it better, or keeps it from working
     */
    public record Found(int version, int threshold, Reach reach, List<Shown> examples, List<Finding> lacking) {}

    /** Tries a version, the newest when none is named; empty when there is no such one. */
    public Optional<Found> run(String id, @Nullable Integer version) {
        return readDefinition.of(id, version).map(definition -> found(id, definition));
    }

    private Found found(String id, Definition definition) {
        Campaign campaign = definition.campaign();
        List<Shown> examples = campaign.variations().stream()
                .map(variation -> example(id, campaign, variation))
                .flatMap(Optional::stream)
                .toList();
        Counted counted = countReach.count(campaign);
        Answer answer = guarded.ask(counted.question("reach " + campaign.version() + " " + id));
        List<Finding> lacking = lacking(definition, examples);
        if (answer instanceof Answer.NoneLeft) {
            lacking.add(new Finding(
                    "/audience",
                    "The numbers aren't shown: you have had today's new numbers.",
                    "Ask again tomorrow (UTC); those that you have seen stay."));
        }
        Reach reach = answer instanceof Answer.Shown numbers ? counted.shown(numbers, guarded.level()) : Reach.NOTHING;
        return new Found(campaign.version(), guarded.level().k(), reach, examples, lacking);
    }

    private Optional<Shown> example(String id, Campaign campaign, Variation variation) {
        Wanted wanted = new Wanted(campaign.version(), null, variation.id(), Language.EN, Map.of());
        return previewCampaign.preview(id, wanted) instanceof Shown shown ? Optional.of(shown) : Optional.empty();
    }

    private static List<Finding> lacking(Definition definition, List<Shown> examples) {
        Campaign campaign = definition.campaign();
        List<Finding> all = new ArrayList<>();
        int number = 0;
        for (Variation variation : campaign.variations()) {
            for (Language language : Language.values()) {
                if (!variation.content().containsKey(language)) {
                    all.add(new Finding(
                            "/variations/" + number + "/content/" + language.tag(),
                            "There is no text in this language; English is read.",
                            "Write it."));
                }
            }
            number++;
        }
        examples.stream()
                .filter(example -> !example.written().missing().isEmpty())
                .forEach(example -> all.add(new Finding(
                        "/fallbacks",
                        "The variation " + example.variation() + " writes "
                                + String.join(", ", example.written().missing())
                                + ", which isn't there for everybody.",
                        "Give a fall-back here, or write {name ?: 'text'}.")));
        if (campaign.holdoutShare() == 0) {
            all.add(new Finding(
                    "/holdout", "Without a comparison group its effect can't be told.", "Write 0.05, for instance."));
        }
        if (campaign.frequencyCap() == null) {
            all.add(new Finding(
                    "/caps/perPerson",
                    "Nothing bounds how often somebody gets it.",
                    "Write {\"times\": 3, \"window\": \"P7D\"}, for instance."));
        }
        if (definition.limits().budget() != null && definition.limits().cost() == null) {
            all.add(new Finding(
                    "/budget",
                    "Giving it costs nothing, so that only coupons that were made here spend of it, each of its own budget.",
                    "Write what giving it once costs as cost, or leave budget out."));
        }
        if (definition.trigger().type() != TriggerType.VISIT) {
            all.add(new Finding(
                    "/trigger",
                    "How many people the trigger will meet isn't known; the numbers are of the audience and the eligibility.",
                    "Nothing to do."));
        }
        return all;
    }
}
