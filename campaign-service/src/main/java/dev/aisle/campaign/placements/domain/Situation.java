package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.contacts.SaidByPerson;
import dev.aisle.campaign.campaigns.domain.InVariation;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.shared.recommendations.ItemQuery;
import dev.aisle.contracts.recommender.v1.Reranking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a choice depends on beside the campaigns.
 *
 * @param allocated which variation was allocated to the person, by campaign id
 * @param said what the person's own words mean for what may be given
 * @param variations the key of the variation that the person is in, by experiment
 * @param shown when each campaign was decided for this person within its window, by campaign id
 */
public record Situation(
        DecisionRequest request,
        Person person,
        Map<String, List<Instant>> shown,
        Map<String, String> allocated,
        SaidByPerson said,
        Map<String, String> variations,
        Instant now) {
    /** Recent items that stand in for a page without items. */
    private static final int STAND_IN = 5;

    /** Of somebody to whom nothing was allocated and who said nothing. */
    public Situation(DecisionRequest request, Person person, Map<String, List<Instant>> shown, Instant now) {
        this(request, person, shown, Map.of(), SaidByPerson.NOTHING, Map.of(), now);
    }

    /** Whether the person is in this variation; everybody is where none is asked for. */
    public boolean isIn(@Nullable InVariation only) {
        return only == null || only.variation().equals(variations.get(only.experiment()));
    }

    /** The items for the person. A cross-sell without items on the page starts from what was seen or bought last. */
    public ItemQuery items(Choice choice, Reranking ranking) {
        List<String> context = request.contextItems();
        if (!request.hasContext() && choice.isCrossSell()) {
            context = person.recentItems().stream().limit(STAND_IN).toList();
        }
        return new ItemQuery(
                request.subject(), request.placement(), context, request.cart(), request.language(), ranking);
    }

    /** Equal for equal contexts, and tells nothing of the person. */
    public String contextHash() {
        List<String> segments = new TreeMap<>(person.segments())
                .entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList();
        return Fingerprint.of(
                List.of(request.placement(), request.language().tag(), Boolean.toString(person.hasBought())),
                segments,
                request.contextItems().stream().sorted().toList(),
                request.cart().stream().sorted().toList(),
                person.recentItems().stream().sorted().toList());
    }
}
