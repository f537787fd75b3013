package dev.aisle.campaign.experiments.flags.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.campaign.experiments.domain.Assigned;
import dev.aisle.campaign.experiments.domain.Links;
import dev.aisle.campaign.experiments.flags.domain.Whose;
import dev.aisle.campaign.experiments.store.ExposureRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people were given before: the variation that they saw first. A customer's own goes before those of the linked browsers, the earliest of which
 * goes before the others; browsers answer as their customer does. Of people who don't allow analytics nothing is kept, and the hash decides.
 * Read anew each time: another instance may have given something a moment ago.
 */
@ApplicationScoped
public class KeptVariations {
    private final ExposureRepository exposures;
    private final ConsentView consents;
    private final Links links;

    KeptVariations(ExposureRepository exposures, ConsentView consents, Links links) {
        this.exposures = exposures;
        this.consents = consents;
        this.links = links;
    }

    /** The person behind a name; of a name that is no pseudonym nothing else is known. */
    public Whose whose(String id) {
        if (!Pseudonym.isPseudonym(id)) {
            return new Whose(id, Set.of());
        }
        String standing = consents.standing(id);
        String person = links.customerOf(standing).map(consents::standing).orElse(standing);
        return new Whose(person, links.browsersOf(person));
    }

    /** Whether what a person sees may be kept. */
    public boolean isKept(String person) {
        return Pseudonym.isPseudonym(person) && consents.allows(person, Purpose.ANALYTICS);
    }

    /** What one person was given, by {@code experiment/phase}. */
    public Map<String, String> of(Whose whose) {
        return of(List.of(whose)).getOrDefault(whose.person(), Map.of());
    }

    /** The same of several, by person; of whom nothing is kept isn't in it. */
    public Map<String, Map<String, String>> of(Collection<Whose> people) {
        Map<String, Whose> kept = new HashMap<>();
        people.stream().filter(whose -> isKept(whose.person())).forEach(whose -> kept.put(whose.person(), whose));
        return kept.isEmpty() ? Map.of() : read(kept);
    }

    private Map<String, Map<String, String>> read(Map<String, Whose> people) {
        List<String> pseudonyms = new ArrayList<>(people.keySet());
        Map<String, String> personOf = new HashMap<>();
        people.values()
                .forEach(whose -> whose.browsers().forEach(browser -> {
                    pseudonyms.add(browser);
                    personOf.put(browser, whose.person());
                }));
        Map<String, Map<String, String>> all = new HashMap<>();
        people.keySet().forEach(person -> all.put(person, new HashMap<>()));
        List<Assigned> found = exposures.of(pseudonyms);
        // The earliest first: whatever a browser was given later finds the place taken. The person's own goes over
        // both.
        found.stream()
                .filter(one -> personOf.containsKey(one.pseudonym()))
                .forEach(one -> all.getOrDefault(personOf.getOrDefault(one.pseudonym(), ""), new HashMap<>())
                        .putIfAbsent(one.experiment() + "/" + one.phase(), one.variation()));
        found.stream()
                .filter(one -> people.containsKey(one.pseudonym()))
                .forEach(one -> all.getOrDefault(one.pseudonym(), new HashMap<>())
                        .put(one.experiment() + "/" + one.phase(), one.variation()));
        return all;
    }
}
