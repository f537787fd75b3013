package dev.aisle.campaign.delivery.journeys.usecase;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The threads that look for what is due. */
@Singleton
public class TimerLoop {
    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final FireJourneys fireJourneys;
    private final JourneySettings settings;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();
    private final Object bell = new Object();
    private volatile boolean stopping;

    TimerLoop(FireJourneys fireJourneys, JourneySettings settings, InstantSource clock) {
        this.fireJourneys = fireJourneys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts them. */
    public synchronized void start() {
        for (int number = 0; settings.firing() && number < settings.workers(); number++) {
            threads.add(Thread.ofPlatform().name("journeys-" + number).start(this::look));
        }
    }

    private void look() {
        try {
            while (!stopping) {
                int claimed = round();
                synchronized (bell) {
                    if (claimed == 0 && !stopping) {
                        bell.wait(settings.look().toMillis());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails here is the database or a fault of ours; what was claimed is due again later. */
    private int round() throws InterruptedException {
        try {
            return fireJourneys.round(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("A round of journeys failed", e);
            Thread.sleep(AFTER_FAILURE);
            return 0;
        }
    }

    /** Lets each end its round. */
    public synchronized void stop() {
        stopping = true;
        synchronized (bell) {
            bell.notifyAll();
        }
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
