package dev.aisle.profile.usecase;

import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import dev.aisle.profile.store.ProfileRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Puts a person's profile under the pseudonym of the newer key. Done again, there is nothing left to move. */
@ApplicationScoped
public class MovePerson {
    private final Successors successors;
    private final ProfileRepository profiles;
    private final ProfileSettings settings;

    MovePerson(Successors successors, ProfileRepository profiles, ProfileSettings settings) {
        this.successors = successors;
        this.profiles = profiles;
        this.settings = settings;
    }

    /** Moves it; what was folded under the newer one already is joined with it. */
    @Transactional
    public void move(Succession succession) {
        successors.put(succession);
        Optional<Profile> before = profiles.find(succession.pseudonym());
        if (before.isEmpty()) {
            return;
        }
        Profile carried = before.get().under(succession.successor());
        Set<Segment> segments = EnumSet.noneOf(Segment.class);
        segments.addAll(profiles.segmentsOf(succession.pseudonym()));
        segments.addAll(profiles.segmentsOf(succession.successor()));
        Profile after = profiles.find(succession.successor())
                .map(there -> there.joined(carried, settings.tasteHalfLife()))
                .orElse(carried);
        profiles.remove(succession.pseudonym());
        profiles.save(after, segments);
    }

    /** Forgets where an old pseudonym led to: its key is retired, and nothing comes under it any more. */
    @Transactional
    public void retire(String pseudonym) {
        successors.forget(pseudonym);
    }
}
