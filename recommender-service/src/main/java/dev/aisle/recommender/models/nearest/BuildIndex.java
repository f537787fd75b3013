package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds the index of a matrix as configured. */
@Singleton
public class BuildIndex {
    private static final Logger LOG = Logger.getLogger(BuildIndex.class);

    private final NearestSettings settings;
    private final double share;
    private final AtomicReference<@Nullable VectorIndex> latest = new AtomicReference<>();

    BuildIndex(NearestConfig config, MeterRegistry registry) {
        this.settings =
                new NearestSettings(config.exactUpTo(), config.beyond(), config.leastRecall(), config.threads());
        this.share = config.shareBesideRequests();
        gauge("aisle.nearest.recall.ratio", "Recall@20 of the index built last", VectorIndex::recall, registry);
        gauge("aisle.nearest.rows", "Rows of the index built last", VectorIndex::size, registry);
        gauge(
                "aisle.nearest.size.bytes",
                "Memory of the index built last beside the matrix",
                VectorIndex::bytes,
                registry);
    }

    /**
     * Builds it; takes seconds for a million rows.
     *
     * @param rows not copied when padded; must not change afterwards
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public VectorIndex over(FloatRows rows, Progress progress) {
        return built(rows, settings, progress);
    }

    /** Builds it beside requests: by one thread that rests most of the time. */
    public VectorIndex beside(FloatRows rows) {
        return built(rows, settings.withThreads(1), new Paced(share));
    }

    private void gauge(String name, String description, ToDoubleFunction<VectorIndex> value, MeterRegistry registry) {
        Gauge.builder(name, latest, reference -> {
                    VectorIndex index = reference.get();
                    return index == null ? Double.NaN : value.applyAsDouble(index);
                })
                .description(description)
                .register(registry);
    }

    private VectorIndex built(FloatRows rows, NearestSettings settings, Progress progress) {
        long began = System.nanoTime();
        VectorIndex index = Indexes.over(rows, settings, progress);
        latest.set(index);
        LOG.infof(
                "The index of %d rows is %s, recall@20 %.3f, %d bytes a row beside the matrix, %d ms",
                index.size(),
                index.kind(),
                index.recall(),
                index.bytes() / Math.max(1, index.size()),
                (System.nanoTime() - began) / 1_000_000);
        return index;
    }
}
