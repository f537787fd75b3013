package dev.aisle.campaign.delivery.journeys.edge;

import dev.aisle.campaign.delivery.journeys.usecase.RetireJourneys;
import dev.aisle.campaign.delivery.journeys.usecase.TimerLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When timers run. */
@ApplicationScoped
class JourneyTimers {
    private final TimerLoop loop;
    private final RetireJourneys retireJourneys;

    JourneyTimers(TimerLoop loop, RetireJourneys retireJourneys) {
        this.loop = loop;
        this.retireJourneys = retireJourneys;
    }

    void begin(@Observes StartupEvent started) {
        loop.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retire() {
        while (retireJourneys.retire() > 0) {
            // Page after page: each is a transaction of its own.
        }
    }
}
