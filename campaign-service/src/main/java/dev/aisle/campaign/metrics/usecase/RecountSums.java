package dev.aisle.campaign.metrics.usecase;

import dev.aisle.campaign.metrics.domain.Recount;
import dev.aisle.campaign.metrics.store.RecountRepository;
import dev.aisle.campaign.metrics.store.RecountRepository.Due;
import dev.aisle.campaign.shared.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Makes the sums of experiments again from every exposure and fact, says by how much those that were kept differ, and puts them right. */
@Singleton
public class RecountSums {
    private static final Logger LOG = Logger.getLogger(RecountSums.class);

    private final RecountRepository recounts;
    private final Transactions transactions;
    private final MetricSettings settings;
    private final InstantSource clock;
    private final AtomicReference<Double> difference = new AtomicReference<>(0.0);

    RecountSums(
            RecountRepository recounts,
            Transactions transactions,
            MetricSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.recounts = recounts;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("aisle.experiments.recount.difference", difference, AtomicReference::get)
                .description("Largest difference between running sums and the last recount; not 0 is a fault")
                .register(meters);
    }

    /** Recounts the phases whose night has come, or after whose last recount a metric changed. */
    public void nightly() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        ZonedDateTime hour = now.with(LocalTime.of(settings.recountHour(), 0));
        Instant since = (hour.isAfter(now) ? hour.minusDays(1) : hour).toInstant();
        List<Due> due = transactions.call(connection -> recounts.due(connection, now.toInstant(), since));
        due.forEach(one -> of(one.experiment(), one.phase()));
    }

    /** Recounts the latest phase of an experiment; empty when there is none. */
    public Optional<Recount> ofLatest(String experiment) {
        return transactions
                .call(connection -> recounts.latest(connection, experiment))
                .map(phase -> of(experiment, phase));
    }

    /** Recounts a phase. */
    public Recount of(String experiment, int phase) {
        Recount found = transactions.call(connection -> {
            Recount one = recounts.compare(connection, experiment, phase, clock.instant());
            recounts.put(connection, one);
            return one;
        });
        difference.set(found.difference().doubleValue());
        if (!found.isExact()) {
            LOG.errorf(
                    "The sums of experiment %s, phase %d, differ by %s (%s) from its exposures and facts; they are made again",
                    experiment, phase, found.difference().toPlainString(), found.worst());
            transactions.call(connection -> {
                recounts.repair(connection, experiment, phase);
                return true;
            });
        }
        return found;
    }

    /** What the last recount of a phase found. */
    public Optional<Recount> last(String experiment, int phase) {
        return transactions.call(connection -> recounts.last(connection, experiment, phase));
    }
}
