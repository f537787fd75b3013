package dev.aisle.recommender.models.fairness;

import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.interactions.feedback.domain.Spread;
import dev.aisle.recommender.models.fairness.Fairness.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reports how fair a training's lists are, and counts the alarms. */
@Singleton
public class ReportFairness {
    private static final Logger LOG = Logger.getLogger(ReportFairness.class);

    private final Catalogue catalogue;
    private final GuardedFigures guarded;
    private final Limits limits;
    private final AtomicInteger alarms = new AtomicInteger();

    ReportFairness(Catalogue catalogue, GuardedFigures guarded, FairnessConfig config, MeterRegistry registry) {
        this.catalogue = catalogue;
        this.guarded = guarded;
        this.limits = new Limits(
                new Spread.Limits(config.tailShareAtLeast(), config.brandLiftAtMost()), config.groupShareAtLeast());
        Gauge.builder("aisle.models.fairness.alarms", alarms, AtomicInteger::get)
                .description("Limits of fairness that the last training of this instance passed")
                .register(registry);
    }

    /** The report, one of the answers that the service itself has in a day; {@code null} when none is left or too few people could be asked. */
    public @Nullable FairnessReport of(List<AskedPerson> asked) {
        FairnessReport report = asked.isEmpty() || !guarded.spend()
                ? null
                : new Fairness(catalogue, limits, guarded.noise()).of(asked).orElse(null);
        alarms.set(report == null ? 0 : report.alarms().size());
        if (report != null) {
            report.alarms().forEach(alarm -> LOG.warnf("Fairness of the model that was trained now: %s", alarm));
        }
        return report;
    }
}
