package dev.aisle.recommender.search.content;

import dev.aisle.recommender.models.nearest.NearestConfig;
import dev.aisle.recommender.models.nearest.Paced;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/** Puts the products of a large space into cells when too many lie outside of them, beside the requests. */
@Singleton
class KeepCells {
    private static final Logger LOG = Logger.getLogger(KeepCells.class);
    /** So large a share of the products may lie outside. */
    private static final double OUTSIDE = 0.2;

    private static final double GROWN = 1.5;

    private final Spaces spaces;
    private final NearestConfig config;
    /** How many products there were when cells found too little. */
    private final Map<TextModel, Integer> inVain = new EnumMap<>(TextModel.class);

    KeepCells(Spaces spaces, NearestConfig config) {
        this.spaces = spaces;
        this.config = config;
    }

    /** Looks whether it is time, and if it is, works until it is done. Of one thread. */
    public void look() {
        for (TextModel model : TextModel.values()) {
            Space space = spaces.of(model);
            int size = space.size();
            int outside = size - space.inCells();
            boolean many = outside > Math.max(config.exactUpTo(), OUTSIDE * size);
            if (many && size >= GROWN * inVain.getOrDefault(model, 0)) {
                cut(model, space);
            }
        }
    }

    private void cut(TextModel model, Space space) {
        long began = System.nanoTime();
        int size = space.size();
        try {
            double recall = space.intoCells(config.leastRecall(), new Paced(config.shareBesideRequests()));
            if (recall == 0) {
                inVain.put(model, size);
            }
            LOG.infof(
                    recall == 0
                            ? "Cells of %d texts (%s) find too few of the nearest (recall %.3f, %d ms): all are looked at"
                            : "The points of %d texts (%s) lie in cells, recall@20 %.3f, %d ms",
                    size,
                    model.id(),
                    recall,
                    (System.nanoTime() - began) / 1_000_000);
        } catch (CancellationException e) {
            LOG.debugf("No cells of %s: the service ends", model.id());
        }
    }
}
