package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.delivery.journeys.store.TimerRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Takes away the timers of campaigns that somebody has ended, a page a transaction. */
@ApplicationScoped
public class RetireJourneys {
    private static final int PAGE = 1_000;

    private final TimerRepository timers;
    private final InstantSource clock;

    RetireJourneys(TimerRepository timers, InstantSource clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** One page; how many. */
    @Transactional
    public long retire() {
        return timers.retire(PAGE, clock.instant());
    }
}
