package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.domain.InUse;
import dev.aisle.recommender.models.domain.InUse.Canary;
import dev.aisle.recommender.models.domain.ModelsChanged;
import dev.aisle.recommender.models.domain.ModelsChanging;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.registry.ReplicaRepository;
import dev.aisle.recommender.models.store.ModelInUse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings into use what the registry says, and tells the registry what became of it. A model is read, checked and prepared beside the one in
 * use; then one write swaps them. What can't be read leaves in use what is.
 */
@Singleton
public class FollowRegistry {
    private static final Logger LOG = Logger.getLogger(FollowRegistry.class);
    private static final int FORMER = 5;

    private final ModelRepository models;
    private final ReplicaRepository replicas;
    private final LoadModel loadModel;
    private final ModelInUse inUse;
    private final Event<ModelsChanging> changing;
    private final Event<ModelsChanged> changed;
    private final String instance;
    private @Nullable Halted halted;

    FollowRegistry(
            ModelRepository models,
            ReplicaRepository replicas,
            LoadModel loadModel,
            ModelInUse inUse,
            Event<ModelsChanging> changing,
            Event<ModelsChanged> changed,
            @ConfigProperty(name = "aisle.models.instance") String instance) {
        this.models = models;
        this.replicas = replicas;
        this.loadModel = loadModel;
        this.inUse = inUse;
        this.changing = changing;
        this.changed = changed;
        this.instance = instance;
    }

    private record Halted(String version, Instant since) {
        boolean is(RegisteredModel model) {
            return version.equals(model.version()) && since.equals(model.changedAt());
        }
    }

    /** Takes into use what is new in the registry. */
    public synchronized void refresh() {
        List<RegisteredModel> asked = models.asked();
        loadModel.begin(inUse.now());
        InUse next = new InUse(
                serving(asked),
                canary(asked),
                in(asked, ModelState.SHADOW).map(this::load).orElse(null));
        if (!next.equals(inUse.now())) {
            changing.fire(new ModelsChanging(next));
            inUse.use(next);
            changed.fire(new ModelsChanged(next));
            LOG.infof(
                    "In use: %s", next.all().stream().map(TrainedModel::version).toList());
        }
        replicas.report(instance, loadModel.end());
    }

    /** Stops asking the canary of this instance at once, until the registry has another one; false: it wasn't asked any more. */
    public synchronized boolean halt(Canary canary) {
        if (!canary.equals(inUse.now().canary())) {
            return false;
        }
        halted = new Halted(canary.model().version(), canary.since());
        inUse.use(inUse.now().withoutCanary());
        return true;
    }

    private @Nullable TrainedModel serving(List<RegisteredModel> asked) {
        Optional<TrainedModel> wished = in(asked, ModelState.SERVING).map(this::load);
        if (wished.isPresent() || inUse.get() != null) {
            return wished.orElse(inUse.get());
        }
        return models.servedBefore(FORMER).stream()
                .filter(former -> former.erasedSince() == null)
                .flatMap(former -> Optional.ofNullable(loadModel.inPlace(former.version())).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Canary canary(List<RegisteredModel> asked) {
        RegisteredModel model = in(asked, ModelState.CANARY).orElse(null);
        if (model == null || (halted != null && halted.is(model))) {
            return null;
        }
        TrainedModel loaded = load(model);
        return loaded == null ? null : new Canary(loaded, model.percent(), model.changedAt());
    }

    private @Nullable TrainedModel load(RegisteredModel model) {
        return loadModel.load(model.version());
    }

    private static Optional<RegisteredModel> in(List<RegisteredModel> asked, ModelState state) {
        return asked.stream().filter(model -> model.state() == state).findFirst();
    }
}
