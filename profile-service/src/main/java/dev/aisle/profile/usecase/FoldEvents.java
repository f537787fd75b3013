package dev.aisle.profile.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.identity.Successors;
import dev.aisle.profile.domain.Observation;
import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import dev.aisle.profile.store.FoldedOffsets;
import dev.aisle.profile.store.ProfileRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folds events into profiles, each exactly once: the offset is written in the transaction of the fold. */
@ApplicationScoped
public class FoldEvents {
    private final ProfileRepository profiles;
    private final FoldedOffsets offsets;
    private final AnnounceSegments announceSegments;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final ProfileSettings settings;
    private final Successors successors;

    FoldEvents(
            ProfileRepository profiles,
            FoldedOffsets offsets,
            AnnounceSegments announceSegments,
            ConsentView consents,
            ErasedSubjects erased,
            ProfileSettings settings,
            Successors successors) {
        this.profiles = profiles;
        this.offsets = offsets;
        this.announceSegments = announceSegments;
        this.consents = consents;
        this.erased = erased;
        this.settings = settings;
        this.successors = successors;
    }

    /** A partition of the events topic. */
    public record Partition(String topic, int number) {}

    /** The first offset of the partition that was not folded yet. */
    public long nextOffset(Partition partition) {
        return offsets.next(partition.topic(), partition.number());
    }

    /** Folds the observations of a partition up to an offset, which is exclusive. */
    @Transactional
    public void fold(Partition partition, List<Observation> observations, long nextOffset) {
        Map<String, List<Observation>> byPerson = standing(observations).stream()
                .filter(this::mayBeUsed)
                .collect(Collectors.groupingBy(Observation::pseudonym));
        Map<String, Profile> known = profiles.findAll(byPerson.keySet());
        byPerson.forEach((pseudonym, events) -> foldPerson(known.get(pseudonym), pseudonym, events));
        offsets.advance(partition.topic(), partition.number(), nextOffset);
    }

    /** What comes late for a pseudonym of an older key is of whoever stands under the newer one. */
    private List<Observation> standing(List<Observation> observations) {
        Map<String, String> moved = successors.among(
                observations.stream().map(Observation::pseudonym).collect(Collectors.toSet()));
        return moved.isEmpty()
                ? observations
                : observations.stream()
                        .map(event -> event.under(moved.getOrDefault(event.pseudonym(), event.pseudonym())))
                        .toList();
    }

    private void foldPerson(@Nullable Profile known, String pseudonym, List<Observation> events) {
        Instant now = Instant.now();
        Profile before = known == null ? Profile.unknown(pseudonym) : known;
        Profile after = before;
        for (Observation event : events) {
            after = after.fold(event, settings.tasteHalfLife());
        }
        Set<Segment> left = known == null ? Set.of() : profiles.segmentsOf(pseudonym);
        Set<Segment> entered = after.segments(now, settings.newVisitorFor());
        profiles.save(after, entered);
        announceSegments.announce(after, left, entered);
    }

    private boolean mayBeUsed(Observation event) {
        Instant now = Instant.now();
        Consent consent = consents.of(event.pseudonym());
        boolean allowed = consent.allows(Purpose.PERSONALIZATION, now) || consent.allows(Purpose.ANALYTICS, now);
        return allowed && !erased.contains(event.pseudonym());
    }
}
