package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.feedback.domain.SaidByPerson;
import dev.aisle.campaign.people.domain.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a choice depends on beside the campaigns.
 *
 * @param allocated which variation was allocated to the person, by campaign id
 * @param said what the person's own words mean for what may be given
 * @param shown when each campaign was decided for this person within its window, by campaign id
 */
public record Situation(
        DecisionRequest request,
        Person person,
        Map<String, List<Instant>> shown,
        Map<String, String> allocated,
        SaidByPerson said,
        Instant now) {
    /** Of somebody to whom nothing was allocated and who said nothing. */
    public Situation(DecisionRequest request, Person person, Map<String, List<Instant>> shown, Instant now) {
        this(request, person, shown, Map.of(), SaidByPerson.NOTHING, now);
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
