package dev.aisle.recommender.models.gate;

import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.registry.ModelChange;
import dev.aisle.recommender.models.registry.ModelChange.Cause;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.registry.MoveModel;
import dev.aisle.recommender.models.registry.MoveModel.Order;
import dev.aisle.recommender.models.registry.Plan;
import dev.aisle.recommender.models.registry.Plan.Refused;
import dev.aisle.recommender.models.registry.Plan.Steps;
import dev.aisle.recommender.models.registry.PromoteModel;
import dev.aisle.recommender.models.registry.PromoteModel.Wish;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.registry.Step;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What becomes of a candidate by itself. To forget comes before to fit: an erasure that waits too long outranks the gate. */
@Singleton
public class PlaceCandidate {
    private final ModelRepository models;
    private final PromoteModel promoteModel;
    private final MoveModel moveModel;
    private final Unlearning unlearning;
    private final GateConfig config;

    PlaceCandidate(
            ModelRepository models,
            PromoteModel promoteModel,
            MoveModel moveModel,
            Unlearning unlearning,
            GateConfig config) {
        this.models = models;
        this.promoteModel = promoteModel;
        this.moveModel = moveModel;
        this.unlearning = unlearning;
        this.config = config;
    }

    /** Places it; says in words what it is now. */
    public String place(String version, GateResult gate) {
        Optional<RegisteredModel> serving = models.serving();
        if (gate.basis() == Basis.FIRST || serving.isEmpty()) {
            return promote(version, ModelState.SERVING, "It is the first model.");
        }
        if (unlearning.outranksGate(serving.get())) {
            return promote(
                    version,
                    ModelState.SERVING,
                    "The serving model learned from somebody who was erased. Gate: " + gate.explanation());
        }
        if (gate.verdict() == Verdict.REFUSED) {
            return refuse(version, gate);
        }
        if (gate.verdict() == Verdict.UNDECIDED) {
            return "candidate: " + gate.explanation();
        }
        return rolledBack(serving.get())
                ? "candidate: the serving model is the result of a rollback; promote by hand"
                : promote(version, ModelState.valueOf(config.then().name()), gate.explanation());
    }

    private boolean rolledBack(RegisteredModel serving) {
        return models.historyOf(serving.version()).stream()
                .findFirst()
                .map(ModelChange::cause)
                .filter(cause -> cause == Cause.ROLLBACK)
                .isPresent();
    }

    private String promote(String version, ModelState to, String reason) {
        if (to == ModelState.CANDIDATE) {
            return "candidate: " + reason;
        }
        int percent = to == ModelState.CANARY ? config.canaryPercent() : 0;
        Plan plan = promoteModel.promote(version, new Wish(to, percent, true), order(reason));
        return plan instanceof Refused refused ? "candidate: " + refused.detail() : to.label() + ": " + reason;
    }

    private String refuse(String version, GateResult gate) {
        Step step = new Step(version, ModelState.CANDIDATE, ModelState.REFUSED, 0);
        moveModel.move(all -> new Steps(version, List.of(step)), order(gate.explanation()));
        return "refused: " + gate.explanation();
    }

    private static Order order(String reason) {
        return new Order(Cause.TRAINING, TrainingOrder.SERVICE, reason, false);
    }
}
