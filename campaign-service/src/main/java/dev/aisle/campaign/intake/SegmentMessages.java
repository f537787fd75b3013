package dev.aisle.campaign.intake;

import dev.aisle.campaign.delivery.triggers.FollowMoves;
import dev.aisle.campaign.people.FollowSegments;
import dev.aisle.campaign.people.FollowSegments.Announced;
import dev.aisle.campaign.people.SegmentMove;
import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Who entered or left a segment. */
@ApplicationScoped
class SegmentMessages {
    private final SealedReader reader;
    private final FollowSegments followSegments;
    private final FollowMoves followMoves;

    SegmentMessages(SealedReader reader, FollowSegments followSegments, FollowMoves followMoves) {
        this.reader = reader;
        this.followSegments = followSegments;
        this.followMoves = followMoves;
    }

    @Incoming("segments")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<Announced> moves = reader.read(batch, Sealables.SEGMENT_CHANGE, WireLimits::violation).stream()
                .map(SegmentMessages::announced)
                .toList();
        followSegments.follow(moves);
        followMoves.follow(moves);
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
