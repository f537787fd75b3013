package dev.aisle.profile.usecase;

import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import dev.aisle.profile.store.ProfileRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;

/** Takes people out of the new visitors when their time is over and no event does it. */
@ApplicationScoped
public class RetireNewVisitors {
    private static final int BATCH = 1_000;

    private final ProfileRepository profiles;
    private final AnnounceSegments announceSegments;
    private final ProfileSettings settings;

    RetireNewVisitors(ProfileRepository profiles, AnnounceSegments announceSegments, ProfileSettings settings) {
        this.profiles = profiles;
        this.announceSegments = announceSegments;
        this.settings = settings;
    }

    /** Handles those whose time is over now, a batch at a time. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void retire() {
        Instant now = Instant.now();
        for (Profile profile : profiles.newVisitorsSince(now.minus(settings.newVisitorFor()), BATCH)) {
            Set<Segment> before = profiles.segmentsOf(profile.pseudonym());
            Set<Segment> after = profile.segments(now, settings.newVisitorFor());
            profiles.save(profile, after);
            announceSegments.announce(profile, before, after);
        }
    }
}
