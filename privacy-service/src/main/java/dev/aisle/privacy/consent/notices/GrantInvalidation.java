package dev.aisle.privacy.consent.notices;

import dev.aisle.privacy.consent.notices.NoticeRepository.Unfinished;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** Ends what rests on notices that were replaced, until nothing is left. */
@ApplicationScoped
class GrantInvalidation {
    private final InvalidateGrants invalidateGrants;

    GrantInvalidation(InvalidateGrants invalidateGrants) {
        this.invalidateGrants = invalidateGrants;
    }

    @Scheduled(every = "{aisle.notices.check-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endGrants() {
        for (Unfinished invalidation : invalidateGrants.unfinished()) {
            OptionalLong place = OptionalLong.of(0);
            while (place.isPresent()) {
                place = invalidateGrants.endNext(invalidation, place.getAsLong());
            }
            invalidateGrants.finish(invalidation);
        }
    }
}
