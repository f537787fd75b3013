package dev.aisle.campaign.experiments.flags.edge;

import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.usecase.FlagCatalogue;
import dev.aisle.campaign.experiments.flags.usecase.FlagSettings;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells open streams that flags have changed, within a second wherever it was done. */
@Singleton
public class FlagStreams {
    private final FlagCatalogue catalogue;
    private final int most;
    private final BroadcastProcessor<FlagSet> changes = BroadcastProcessor.create();
    private final AtomicInteger open = new AtomicInteger();

    FlagStreams(FlagCatalogue catalogue, FlagSettings settings) {
        this.catalogue = catalogue;
        this.most = settings.streams();
    }

    /** Looks for changes, and tells of them. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void look() {
        if (catalogue.look()) {
            changes.onNext(catalogue.now());
        }
    }

    /** Every change from now on; empty when as many streams are open as may be. */
    Optional<Multi<FlagSet>> follow() {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(
                changes.onOverflow().dropPreviousItems().onTermination().invoke(open::decrementAndGet));
    }
}
