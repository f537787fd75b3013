package dev.aisle.recommender.nearest.usecase;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.nearest.domain.Indexes;
import dev.aisle.recommender.nearest.domain.NearestSettings;
import dev.aisle.recommender.nearest.domain.VectorIndex;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Builds the index of a matrix as configured. */
@Singleton
public class BuildIndex {
    private static final Logger LOG = Logger.getLogger(BuildIndex.class);

    private final NearestSettings settings;
    private final double share;

    BuildIndex(NearestConfig config) {
        this.settings =
                new NearestSettings(config.exactUpTo(), config.beyond(), config.leastRecall(), config.threads());
        this.share = config.shareBesideRequests();
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

    private static VectorIndex built(FloatRows rows, NearestSettings settings, Progress progress) {
        long began = System.nanoTime();
        VectorIndex index = Indexes.over(rows, settings, progress);
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
