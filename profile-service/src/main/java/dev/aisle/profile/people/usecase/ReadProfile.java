package dev.aisle.profile.people.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.audit.PersonReads;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.values.domain.ProfileValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives as much of profiles as the people allow now. */
@ApplicationScoped
public class ReadProfile {
    private static final List<Purpose> READ_FOR = List.of(Purpose.PERSONALIZATION, Purpose.ANALYTICS);

    private final WholePeople whole;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final ConsentAtUse atUse;
    private final ProfileSettings settings;
    private final SegmentMembers segments;
    private final FittedParameters fitted;
    private final PersonReads personReads;

    ReadProfile(
            WholePeople whole,
            ConsentView consents,
            ErasedSubjects erased,
            ConsentAtUse atUse,
            ProfileSettings settings,
            SegmentMembers segments,
            FittedParameters fitted,
            PersonReads personReads) {
        this.whole = whole;
        this.consents = consents;
        this.erased = erased;
        this.atUse = atUse;
        this.settings = settings;
        this.segments = segments;
        this.fitted = fitted;
        this.personReads = personReads;
    }

    /**
     * The profile, or nothing when there is none or none of it may be read.
     *
     * @param purpose what it is read for; null for the most that the person grants
     * @throws ConsentAtUse.UnknownNow when nobody's consent is known now
     */
    public Optional<ReadableProfile> read(String asked, @Nullable Purpose purpose) {
        return Optional.ofNullable(read(List.of(asked), purpose).get(asked));
    }

    /**
     * Those that there are and that may be read, by the pseudonym that was asked for. If staff asks, the audit log is told first.
     *
     * @throws ConsentAtUse.UnknownNow when nobody's consent is known now: then none that may be read doesn't mean that there is none
     */
    public Map<String, ReadableProfile> read(Collection<String> asked, @Nullable Purpose purpose) {
        atUse.requireKnown();
        personReads.note(asked);
        List<Purpose> readFor = purpose == null ? READ_FOR : List.of(purpose);
        try (Use _ = consents.beginUse()) {
            Instant now = Instant.now();
            Map<String, Purpose> purposes = new HashMap<>();
            Map<String, String> standing = new HashMap<>();
            for (String pseudonym : asked) {
                String person = consents.standing(pseudonym);
                granted(person, readFor, now).ifPresent(granted -> {
                    standing.put(pseudonym, person);
                    purposes.put(person, granted);
                });
            }
            Map<String, PersonEvents> events = whole.underEach(purposes.keySet());
            Map<String, Set<String>> in = segments.of(readForPersonalization(purposes));
            Map<String, ReadableProfile> profiles = new HashMap<>();
            standing.forEach((pseudonym, person) -> readable(
                            person,
                            purposes.getOrDefault(person, Purpose.ANALYTICS),
                            events.get(person),
                            in.getOrDefault(person, Set.of()),
                            now)
                    .ifPresent(profile -> profiles.put(pseudonym, profile)));
            // What was known at the beginning may not be any more: whoever isn't among them was perhaps denied for
            // that.
            atUse.requireKnown();
            return profiles;
        }
    }

    private static List<String> readForPersonalization(Map<String, Purpose> purposes) {
        return purposes.entrySet().stream()
                .filter(entry -> entry.getValue() == Purpose.PERSONALIZATION)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Purpose> granted(String person, List<Purpose> readFor, Instant now) {
        Consent consent = consents.of(person);
        return erased.contains(person)
                ? Optional.empty()
                : readFor.stream()
                        .filter(purpose -> consent.allows(purpose, now))
                        .findFirst();
    }

    private Optional<ReadableProfile> readable(
            String person, Purpose purpose, @Nullable PersonEvents events, Set<String> in, Instant now) {
        if (events == null) {
            return Optional.empty();
        }
        PersonEvents usable = events.usableFor(purpose, consents.of(person).fence(purpose));
        ProfileValues values = new ProfileValues(usable, now, fitted.now(), settings.rules());
        return values.events() == 0 ? Optional.empty() : Optional.of(new ReadableProfile(person, purpose, values, in));
    }
}
