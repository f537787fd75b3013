package dev.aisle.campaign.people.edge;

import dev.aisle.campaign.people.domain.SegmentMove;
import dev.aisle.campaign.people.usecase.FollowSegments;
import dev.aisle.campaign.people.usecase.FollowSegments.Announced;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Who entered or left a segment. */
@ApplicationScoped
class SegmentMessages {
    private final SealedReader reader;
    private final FollowSegments followSegments;

    SegmentMessages(SealedReader reader, FollowSegments followSegments) {
        this.reader = reader;
        this.followSegments = followSegments;
    }

    @Incoming("segments")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        followSegments.follow(reader.read(batch, Sealables.SEGMENT_CHANGE, WireLimits::violation).stream()
                .map(SegmentMessages::announced)
                .toList());
    }

    private static Announced announced(SegmentChange change) {
        return new Announced(
                change.getChangeId(),
                new SegmentMove(
                        change.getPseudonym(),
                        change.getSegmentId(),
                        change.getDirection() == Direction.ENTERED,
                        change.getProfileVersion(),
                        WireLimits.instant(change.getChangedAt())));
    }
}
