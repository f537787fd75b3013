package dev.aisle.profile.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells who entered or left a segment, in the transaction of the change. */
@ApplicationScoped
public class AnnounceSegments {
    private final Outbox outbox;
    private final String tenant;

    AnnounceSegments(Outbox outbox, @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.outbox = outbox;
        this.tenant = tenant;
    }

    /** Announces the difference between the segments before and after. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(Profile profile, Set<Segment> before, Set<Segment> after) {
        for (Segment segment : Segment.values()) {
            if (before.contains(segment) != after.contains(segment)) {
                put(profile, segment, after.contains(segment) ? Direction.ENTERED : Direction.LEFT);
            }
        }
    }

    private void put(Profile profile, Segment segment, Direction direction) {
        Instant now = Instant.now();
        outbox.put(
                Topic.SEGMENTS,
                profile.pseudonym(),
                SegmentChange.newBuilder()
                        .setChangeId(profile.pseudonym() + "/" + profile.version() + "/" + segment.id())
                        .setPseudonym(profile.pseudonym())
                        .setTenant(tenant)
                        .setSegmentId(segment.id())
                        .setDirection(direction)
                        .setProfileVersion(profile.version())
                        .setChangedAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                        .build());
    }
}
