package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.interactions.ErasedPeople;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.registry.ModelChange.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;

/** Enters a trained model as a candidate. An erasure is either seen here or marks the model afterwards: they exclude each other. */
@ApplicationScoped
public class RegisterModel {
    private final ModelRepository models;
    private final ErasedPeople erasedPeople;

    RegisterModel(ModelRepository models, ErasedPeople erasedPeople) {
        this.models = models;
        this.erasedPeople = erasedPeople;
    }

    /**
     * Enters it.
     *
     * @param checksum of its file: another file isn't read
     */
    @Transactional
    public void register(String version, Checksum checksum, Lineage lineage, GateResult gate) {
        erasedPeople.among(Set.of());
        models.lock();
        models.insert(version, checksum, lineage, gate);
        models.note(new ModelChange(
                version,
                null,
                ModelState.CANDIDATE,
                0,
                Cause.TRAINING,
                TrainingOrder.SERVICE,
                gate.explanation(),
                Instant.now()));
    }
}
