package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.models.registry.ModelChange.Cause;
import dev.aisle.recommender.models.registry.MoveModel.Order;
import dev.aisle.recommender.models.registry.Plan.Refused;
import dev.aisle.recommender.models.registry.Plan.Steps;
import dev.aisle.recommender.models.store.UnreadableModelException;
import dev.aisle.recommender.models.usecase.FollowRegistry;
import dev.aisle.recommender.models.usecase.LoadModel;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moves a model by the wish of somebody, once its file was read; this instance follows at once. */
@Singleton
public class PromoteModel {
    private final ModelRepository models;
    private final LoadModel loadModel;
    private final MoveModel moveModel;
    private final FollowRegistry followRegistry;

    PromoteModel(ModelRepository models, LoadModel loadModel, MoveModel moveModel, FollowRegistry followRegistry) {
        this.models = models;
        this.loadModel = loadModel;
        this.moveModel = moveModel;
        this.followRegistry = followRegistry;
    }

    /**
     * Where a model should stand.
     *
     * @param percent 1 … 99 for a canary, else 0
     * @param force whether one that the gate refused may be shown
     */
    public record Wish(ModelState to, int percent, boolean force) {}

    /** Moves a model into a state. */
    public Plan promote(String version, Wish wish, Order order) {
        Function<Moves, Plan> planning = moves -> moves.promote(version, wish.to(), wish.percent(), wish.force());
        Plan plan = planning.apply(new Moves(models.all()));
        return plan instanceof Steps steps ? move(steps, planning, order) : plan;
    }

    /**
     * Moves the model into service that served before.
     *
     * @param seen the one that somebody saw would come back, so that doing it twice doesn't undo it; empty for whichever it is
     */
    public Plan rollBack(String seen, Order order) {
        Optional<String> target = previous();
        if (target.isEmpty()) {
            return new Refused("nothing-to-roll-back-to", "No other model has served here.");
        }
        if (!seen.isEmpty() && !seen.equals(target.get())) {
            return serves(seen)
                    ? new Steps(seen, List.of())
                    : new Refused(
                            "changed-meanwhile", "Somebody moved a model meanwhile: look again at what would happen.");
        }
        Function<Moves, Plan> planning = moves -> moves.rollBackTo(target.get());
        Plan plan = planning.apply(new Moves(models.all()));
        return plan instanceof Steps steps ? move(steps, planning, order) : plan;
    }

    private boolean serves(String version) {
        return models.all().stream()
                .anyMatch(model ->
                        model.state() == ModelState.SERVING && model.version().equals(version));
    }

    private Optional<String> previous() {
        List<RegisteredModel> served = models.servedBefore(1);
        return served.stream().findFirst().map(RegisteredModel::version);
    }

    private Plan move(Steps seen, Function<Moves, Plan> planning, Order order) {
        boolean shown = seen.steps().stream()
                .anyMatch(step ->
                        step.version().equals(seen.version()) && step.to().asked());
        if (shown) {
            try {
                loadModel.ahead(seen.version());
            } catch (UnreadableModelException e) {
                return new Refused(
                        "unreadable-model", "The model " + seen.version() + " can't be used: " + e.getMessage());
            }
        }
        Plan done = moveModel.move(MoveModel.of(planning), order);
        if (!order.dryRun() && order.cause() != Cause.TRAINING) {
            followRegistry.refresh();
        }
        return done;
    }
}
