package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.registry.Plan.Refused;
import dev.aisle.recommender.models.registry.Plan.Steps;
import dev.aisle.recommender.models.registry.Plan.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which moves of models are allowed and what they bring with them: at most one serves, one is a canary, one a shadow. */
public final class Moves {
    private final List<RegisteredModel> models;

    /** The moves from how things are: at least all models that are asked, and the one to move. */
    public Moves(List<RegisteredModel> models) {
        this.models = List.copyOf(models);
    }

    /**
     * Moves a model into a state.
     *
     * @param percent 1 … 99 for a canary, else 0
     * @param force whether one that the gate refused may be shown
     */
    public Plan promote(String version, ModelState to, int percent, boolean force) {
        Optional<RegisteredModel> found =
                models.stream().filter(model -> model.version().equals(version)).findFirst();
        return found.isEmpty() ? new Unknown() : promote(found.get(), to, percent, force);
    }

    /** Moves the model that served before into service. */
    public Plan rollBackTo(String version) {
        return promote(version, ModelState.SERVING, 0, true);
    }

    /** Makes a candidate again of a model on trial; when it isn't on that trial any more, nothing. */
    public Plan endTrial(String version, ModelState trial) {
        return in(trial).filter(model -> model.version().equals(version)).isPresent()
                ? promote(version, ModelState.CANDIDATE, 0, false)
                : new Steps(version, List.of());
    }

    private Plan promote(RegisteredModel model, ModelState to, int percent, boolean force) {
        if (model.state() == to && model.percent() == percent) {
            return new Steps(model.version(), List.of());
        }
        Optional<Refused> refusal = refusal(model, to, force);
        return refusal.isPresent() ? refusal.get() : new Steps(model.version(), steps(model, to, percent));
    }

    private Optional<Refused> refusal(RegisteredModel model, ModelState to, boolean force) {
        if (model.state() == ModelState.SERVING) {
            return refused("serving-model", "It serves and can only be replaced: promote another one, or roll back.");
        }
        if (to == ModelState.CANDIDATE) {
            return model.state().asked()
                    ? Optional.empty()
                    : refused("not-on-trial", "It is " + model.state().label() + ", neither shadow nor canary.");
        }
        if (model.erasedSince() != null) {
            return refused(
                    "learned-from-erased",
                    "It learned from somebody who was erased since (" + model.erasedSince()
                            + "). Train: the next model never saw the person.");
        }
        GateResult gate = model.gate();
        if (model.state() == ModelState.REFUSED && to != ModelState.SHADOW && !force) {
            return refused(
                    "refused-by-gate",
                    (gate == null ? "The gate refused it." : gate.explanation()) + " Send force to promote it anyway.");
        }
        return to != ModelState.SERVING && in(ModelState.SERVING).isEmpty()
                ? refused("nothing-serves", "A " + to.label() + " needs a model that serves. Promote one to serving.")
                : Optional.empty();
    }

    private static Optional<Refused> refused(String kind, String detail) {
        return Optional.of(new Refused(kind, detail));
    }

    /** Whoever stands in the place goes first. */
    private List<Step> steps(RegisteredModel model, ModelState to, int percent) {
        List<Step> steps = new ArrayList<>();
        if (to.asked()) {
            in(to).filter(other -> !other.version().equals(model.version()))
                    .ifPresent(other -> steps.add(new Step(other.version(), to, afterwards(to), 0)));
        }
        steps.add(new Step(model.version(), model.state(), to, percent));
        return steps;
    }

    private static ModelState afterwards(ModelState place) {
        return place == ModelState.SERVING ? ModelState.RETIRED : ModelState.CANDIDATE;
    }

    private Optional<RegisteredModel> in(ModelState state) {
        return models.stream().filter(model -> model.state() == state).findFirst();
    }
}
