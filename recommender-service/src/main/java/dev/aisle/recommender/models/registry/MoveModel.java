package dev.aisle.recommender.models.registry;

import dev.aisle.platform.audit.AuditTrail;
import dev.aisle.recommender.models.registry.ModelChange.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Moves models in the registry, one mover at a time in all instances, and writes down who did it and why. */
@ApplicationScoped
public class MoveModel {
    private static final Logger AUDIT = Logger.getLogger("dev.aisle.audit");

    private final ModelRepository models;
    private final AuditTrail auditTrail;

    MoveModel(ModelRepository models, AuditTrail auditTrail) {
        this.models = models;
        this.auditTrail = auditTrail;
    }

    /**
     * Who moves and why.
     *
     * @param dryRun whether only to look
     */
    public record Order(Cause cause, String by, String reason, boolean dryRun) {}

    /** Does what the plan says that is made of how things are now; says the plan. */
    @Transactional
    public Plan move(Function<List<RegisteredModel>, Plan> planning, Order order) {
        models.lock();
        Plan plan = planning.apply(models.all());
        if (plan instanceof Plan.Steps steps && !order.dryRun()) {
            steps.steps().forEach(step -> take(step, order));
        }
        return plan;
    }

    /** The same for one model. */
    public static Function<List<RegisteredModel>, Plan> of(Function<Moves, Plan> wish) {
        return all -> wish.apply(new Moves(all));
    }

    private void take(Step step, Order order) {
        if (!models.move(step)) {
            throw new IllegalStateException("The registry was changed by somebody without its lock.");
        }
        auditTrail.about("version", step.version());
        auditTrail.about("from", step.from().label());
        auditTrail.about("to", step.to().label());
        models.note(new ModelChange(
                step.version(),
                step.from(),
                step.to(),
                step.percent(),
                order.cause(),
                order.by(),
                order.reason(),
                Instant.now()));
        AUDIT.infof(
                "model %s: %s to %s %d, by %s",
                step.version(), step.from().label(), step.to().label(), step.percent(), order.by());
    }
}
