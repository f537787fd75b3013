package dev.aisle.recommender.serving.usecase;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.models.domain.InUse;
import dev.aisle.recommender.models.domain.InUse.Canary;
import dev.aisle.recommender.models.domain.ModelsChanged;
import dev.aisle.recommender.models.domain.ModelsChanging;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.nearest.BuildIndex;
import dev.aisle.recommender.models.nearest.Indexes;
import dev.aisle.recommender.models.nearest.VectorIndex;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.models.trials.AskShadow;
import dev.aisle.recommender.models.trials.WatchCanary;
import dev.aisle.recommender.serving.domain.ModelView;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the products of the models in use once and not for every request, before a model is in use; products that changed since then are found
 * anew beside the requests.
 */
@Singleton
@Keeps(ofNobody = "products of models")
class ModelViews {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ModelInUse inUse;
    private final Catalogue catalogue;
    private final WatchCanary watchCanary;
    private final AskShadow askShadow;
    private final Background background;
    private final BuildIndex buildIndex;
    private final Map<String, Dated> views = new ConcurrentHashMap<>();

    ModelViews(
            ModelInUse inUse,
            Catalogue catalogue,
            WatchCanary watchCanary,
            AskShadow askShadow,
            Background background,
            BuildIndex buildIndex) {
        this.inUse = inUse;
        this.catalogue = catalogue;
        this.watchCanary = watchCanary;
        this.askShadow = askShadow;
        this.background = background;
        this.buildIndex = buildIndex;
    }

    /** A view as of a moment. */
    private record Dated(ModelView view, long changes, long nanos) {
        boolean fresh(long changesNow) {
            return changes == changesNow || System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    /** The model that serves with its products; {@code null} when there is no model. */
    @Nullable
    ModelView current() {
        return viewOf(inUse.get());
    }

    /** The model that answers a unit, a pseudonym or a session, with its products; {@code null} when there is no model. */
    @Nullable
    ModelView of(String unit) {
        return viewOf(inUse.of(unit));
    }

    /**
     * An answer with the model of a unit. When that is a canary and it fails, the serving model answers, and the canary may be halted.
     *
     * @param answering from a view, {@code null} when there is no model
     */
    <T> T answer(String unit, Function<@Nullable ModelView, T> answering) {
        InUse now = inUse.now();
        Canary canary = now.canary();
        TrainedModel model = now.of(unit);
        return canary != null && canary.model().equals(model)
                ? watchCanary.answer(
                        canary, () -> answering.apply(viewOf(model)), () -> answering.apply(viewOf(now.serving())))
                : answering.apply(viewOf(model));
    }

    /** Lets the shadow answer a share of the requests, too, afterwards; see {@link AskShadow#ask}. */
    void shadow(List<String> served, Function<ModelView, List<String>> answering) {
        askShadow.ask(served, model -> answering.apply(found(model)));
    }

    /** Views of models that are about to be in use, so that no request has to wait for one. */
    void prepare(@Observes ModelsChanging changing) {
        changing.next()
                .all()
                .forEach(model -> views.computeIfAbsent(model.version(), added -> make(model, indexOf(model.als()))));
    }

    /** Lets go of the others. */
    void release(@Observes ModelsChanged changed) {
        views.keySet()
                .retainAll(
                        changed.now().all().stream().map(TrainedModel::version).collect(Collectors.toSet()));
    }

    private @Nullable ModelView viewOf(@Nullable TrainedModel model) {
        return model == null ? null : found(model);
    }

    /** A request that holds a model which another one has just replaced looks into all rows, since their index is gone. */
    private ModelView found(TrainedModel model) {
        Dated known = views.get(model.version());
        if (known == null) {
            return make(model, Indexes.none(rows(model.als()))).view();
        }
        if (!known.fresh(catalogue.changes())) {
            background.once(
                    "products of " + model.version(),
                    () -> views.replace(model.version(), dated(known.view()::renewed)));
        }
        return known.view();
    }

    /** Once a model: of a million products it takes seconds, more of them while another one serves. */
    private VectorIndex indexOf(AlsModel als) {
        return inUse.get() == null ? buildIndex.over(rows(als), Progress.NONE) : buildIndex.beside(rows(als));
    }

    private static FloatRows rows(AlsModel als) {
        return new FloatRows(als.itemFactors(), als.rank(), als.rank());
    }

    private Dated make(TrainedModel model, VectorIndex factors) {
        return dated(() -> ModelView.of(model, catalogue, factors));
    }

    private Dated dated(Supplier<ModelView> view) {
        long changes = catalogue.changes();
        return new Dated(view.get(), changes, System.nanoTime());
    }
}
