package dev.aisle.recommender.search.pictures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Follows the encoder that another instance took, and this one's from before its start. */
@Singleton
class PictureClock {
    private final FollowEncoders followEncoders;

    PictureClock(FollowEncoders followEncoders, PictureSpaces spaces, MeterRegistry meters) {
        this.followEncoders = followEncoders;
        Gauge.builder(
                        "aisle.pictures.products",
                        spaces,
                        all -> all.current()
                                .map(looking -> (double) looking.space().size())
                                .orElse(0.0))
                .description("Products whose pictures can be compared")
                .register(meters);
    }

    @Scheduled(every = "{aisle.models.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        followEncoders.refresh();
    }
}
