package dev.aisle.profile.segments.members;

import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.ModelsRenewed;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;

/** With a new model values change that nobody did anything for: everybody is looked at once, when a rule asks for values. */
@ApplicationScoped
class FollowModels implements ModelsRenewed {
    private final SegmentRepository segments;
    private final BackfillRepository backfills;

    FollowModels(SegmentRepository segments, BackfillRepository backfills) {
        this.segments = segments;
        this.backfills = backfills;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void renewed(Set<ModelKind> kinds) {
        Instant now = Instant.now();
        for (Segment segment : segments.all(false)) {
            if (segment.rule().asksForValues()) {
                backfills.ask(segment.id(), segment.version(), now);
            }
        }
    }
}
