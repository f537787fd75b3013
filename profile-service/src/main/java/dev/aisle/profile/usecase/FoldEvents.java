package dev.aisle.profile.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
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
    private final ConsentAtUse consents;
    private final ProfileSettings settings;
    private final Successors successors;

    FoldEvents(
            ProfileRepository profiles,
            FoldedOffsets offsets,
            AnnounceSegments announceSegments,
            ConsentAtUse consents,
            ProfileSettings settings,
            Successors successors) {
        this.profiles = profiles;
        this.offsets = offsets;
        this.announceSegments = announceSegments;
        this.consents = consents;
        this.settings = settings;
        this.successors = successors;
    }

    /** A partition of the events topic. */
    public record Partition(String topic, int number) {}

    /** What an event says, and what the door saw granted for it. */
    public record Accepted(Observation observation, SeenConsent seen) {
        private Accepted under(String pseudonym) {
            return new Accepted(observation.under(pseudonym), seen.under(pseudonym));
        }
    }

    /** The first offset of the partition that was not folded yet. */
    public long nextOffset(Partition partition) {
        return offsets.next(partition.topic(), partition.number());
    }

    /** Folds the events of a partition up to an offset, which is exclusive. */
    @Transactional
    public void fold(Partition partition, List<Accepted> events, long nextOffset) {
        Map<String, List<Observation>> byPerson = standing(events).stream()
                .filter(this::mayBeUsed)
                .map(Accepted::observation)
                .collect(Collectors.groupingBy(Observation::pseudonym));
        Map<String, Profile> known = profiles.findAll(byPerson.keySet());
        byPerson.forEach((pseudonym, observed) -> foldPerson(known.get(pseudonym), pseudonym, observed));
        offsets.advance(partition.topic(), partition.number(), nextOffset);
    }

    /** What comes late for a pseudonym of an older key is of whoever stands under the newer one. */
    private List<Accepted> standing(List<Accepted> events) {
        Map<String, String> moved = successors.among(
                events.stream().map(event -> event.seen().pseudonym()).collect(Collectors.toSet()));
        return moved.isEmpty()
                ? events
                : events.stream()
                        .map(event -> event.under(moved.getOrDefault(
                                event.seen().pseudonym(), event.seen().pseudonym())))
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

    private boolean mayBeUsed(Accepted event) {
        Set<Purpose> granted = consents.granted(event.seen());
        return granted.contains(Purpose.PERSONALIZATION) || granted.contains(Purpose.ANALYTICS);
    }
}
