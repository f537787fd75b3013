package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.interactions.ErasedPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;

/** Takes the moment of reading: whoever was erased before it isn't read, whoever is erased after it has a later time. */
@ApplicationScoped
public class BeginReading {
    private final ErasedPeople erasedPeople;
    private final ModelRepository models;

    BeginReading(ErasedPeople erasedPeople, ModelRepository models) {
        this.erasedPeople = erasedPeople;
        this.models = models;
    }

    /** The moment, by the clock of the database. Waits for erasures that are under way. */
    @Transactional
    public Instant begin() {
        erasedPeople.among(Set.of());
        return models.now();
    }
}
