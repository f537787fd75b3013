package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.models.domain.InUse;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.UnreadableModelException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Loads models for one look at the registry after the other: what is in use isn't read again, nor a file that failed and hasn't changed. */
@Singleton
@Keeps(ofNobody = "failures by file")
public class LoadModel {
    private static final Logger LOG = Logger.getLogger(LoadModel.class);

    private final ModelDirectory directory;
    private final Map<String, Failure> unreadable = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new TreeMap<>();
    private final AtomicReference<@Nullable TrainedModel> checked = new AtomicReference<>();
    private InUse before = InUse.NONE;

    LoadModel(ModelDirectory directory, MeterRegistry registry) {
        this.directory = directory;
        Gauge.builder("aisle.models.unreadable", unreadable, Map::size)
                .description("Models that this instance should have in use and can't read")
                .register(registry);
    }

    private record Failure(String stamp, String reason) {}

    /** Reads a model that will be asked for, and keeps it until the next look at the registry has ended. */
    public void ahead(String version) throws UnreadableModelException {
        checked.set(directory.read(version));
    }

    /** A look at the registry begins. */
    void begin(InUse now) {
        before = now;
        asked.clear();
    }

    /** The model of a version; {@code null} when its file can't be read. */
    @Nullable
    TrainedModel load(String version) {
        TrainedModel model = inPlace(version);
        Failure failure = unreadable.get(version);
        asked.put(version, failure == null ? "" : failure.reason());
        return model;
    }

    /** The same of a model that takes the place of another one: it isn't reported. */
    @Nullable
    TrainedModel inPlace(String version) {
        for (TrainedModel model : before.all()) {
            if (model.version().equals(version)) {
                return model;
            }
        }
        String stamp = directory.stampOf(version);
        Failure failure = unreadable.get(version);
        if (failure != null && failure.stamp().equals(stamp)) {
            return null;
        }
        return read(version, stamp);
    }

    private @Nullable TrainedModel read(String version, String stamp) {
        try {
            TrainedModel ahead = checked.getAndSet(null);
            TrainedModel model = ahead != null && ahead.version().equals(version) ? ahead : directory.read(version);
            unreadable.remove(version);
            return model;
        } catch (UnreadableModelException e) {
            unreadable.put(
                    version,
                    new Failure(e.isOfStore() ? ModelDirectory.UNREACHABLE : stamp, String.valueOf(e.getMessage())));
            LOG.errorf("The model %s can't be taken into use: %s", version, e.getMessage());
            return null;
        }
    }

    /** The look ends. By version of those that were asked for: why it isn't loaded, or empty. */
    Map<String, String> end() {
        checked.set(null);
        unreadable.keySet().retainAll(asked.keySet());
        directory.keepCopies(asked.keySet());
        return Map.copyOf(asked);
    }
}
