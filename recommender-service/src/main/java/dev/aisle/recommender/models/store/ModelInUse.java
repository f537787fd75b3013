package dev.aisle.recommender.models.store;

import dev.aisle.recommender.models.domain.InUse;
import dev.aisle.recommender.models.domain.TrainedModel;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The models that requests are answered with. A request that has begun ends with the model it began with. */
@Singleton
public class ModelInUse {
    private volatile InUse now = InUse.NONE;

    /** The model that serves; {@code null} when there is none yet. */
    public @Nullable TrainedModel get() {
        return now.serving();
    }

    /** The model that answers a unit, a pseudonym or a session: a canary some of them; {@code null} when there is none yet. */
    public @Nullable TrainedModel of(String unit) {
        return now.of(unit);
    }

    /** All of them at one moment. */
    public InUse now() {
        return now;
    }

    /** Answers with these from now on. */
    public void use(InUse next) {
        now = next;
    }
}
