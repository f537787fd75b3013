package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.people.SegmentRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The segments of a person who allows targeted ads, and personalization, under which segments are kept. Of everybody else: none. */
@ApplicationScoped
class AllowedSegments {
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final SegmentRepository segments;

    AllowedSegments(ConsentView consents, ErasedSubjects erased, SegmentRepository segments) {
        this.consents = consents;
        this.erased = erased;
        this.segments = segments;
    }

    /** Their ids. */
    @Transactional
    public Set<String> of(String subject) {
        String person = consents.standing(subject);
        boolean allowed = !erased.contains(person)
                && consents.allows(person, Purpose.ADS_TARGETED)
                && consents.allows(person, Purpose.PERSONALIZATION);
        return allowed
                ? segments.of(person).entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
