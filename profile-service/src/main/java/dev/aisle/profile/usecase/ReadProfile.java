package dev.aisle.profile.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.store.ProfileRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Gives as much of a profile as the person allows now. */
@ApplicationScoped
public class ReadProfile {
    private final ProfileRepository profiles;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final ProfileSettings settings;

    ReadProfile(ProfileRepository profiles, ConsentView consents, ErasedSubjects erased, ProfileSettings settings) {
        this.profiles = profiles;
        this.consents = consents;
        this.erased = erased;
        this.settings = settings;
    }

    /** The profile, or nothing when there is none or none of it may be read. */
    public Optional<ReadableProfile> read(String asked) {
        try (Use _ = consents.beginUse()) {
            return readAllowed(consents.standing(asked));
        }
    }

    private Optional<ReadableProfile> readAllowed(String pseudonym) {
        Instant now = Instant.now();
        Consent consent = consents.of(pseudonym);
        boolean personalization = consent.allows(Purpose.PERSONALIZATION, now);
        boolean readable = personalization || consent.allows(Purpose.ANALYTICS, now);
        if (!readable || erased.contains(pseudonym)) {
            return Optional.empty();
        }
        return profiles.find(pseudonym).map(profile -> readable(profile, now, personalization));
    }

    private ReadableProfile readable(Profile profile, Instant now, boolean personalization) {
        return new ReadableProfile(profile, profile.segments(now, settings.newVisitorFor()), personalization);
    }
}
