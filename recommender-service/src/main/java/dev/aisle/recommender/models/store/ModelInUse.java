package dev.aisle.recommender.models.store;

import dev.aisle.recommender.models.domain.TrainedModel;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The model that requests are answered with. A request that has begun ends with the model it began with. */
@Singleton
public class ModelInUse {
    private static final Logger LOG = Logger.getLogger(ModelInUse.class);

    private final ModelDirectory directory;
    private volatile @Nullable TrainedModel model;

    ModelInUse(ModelDirectory directory) {
        this.directory = directory;
    }

    /** The model; {@code null} when there is none yet. */
    public @Nullable TrainedModel get() {
        return model;
    }

    /** Takes the newest file of the folder when it is newer than the model in use. */
    public synchronized void refresh() {
        TrainedModel before = model;
        directory.newestAfter(before == null ? "" : before.version()).ifPresent(newest -> {
            model = newest;
            LOG.infof("The model %s with %d products is in use", newest.version(), newest.itemCount());
        });
    }
}
