package dev.aisle.recommender.models.trials;

import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.models.registry.ModelState;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts what models do on trial in this instance, and writes the counts down now and then. */
@Singleton
@Keeps(ofNobody = "counts by model")
public class KeepTrials {
    private final TrialRepository trials;
    private final String instance;
    private final Map<Place, TrialTally> tallies = new ConcurrentHashMap<>();

    KeepTrials(TrialRepository trials, @ConfigProperty(name = "aisle.models.instance") String instance) {
        this.trials = trials;
        this.instance = instance;
    }

    private record Place(String version, ModelState state) {}

    /** The counts of a model as a shadow or a canary. */
    TrialTally of(String version, ModelState state) {
        return tallies.computeIfAbsent(new Place(version, state), _ -> new TrialTally());
    }

    /** Writes all counts. */
    public void write() {
        tallies.forEach((place, tally) -> trials.put(instance, place.version(), place.state(), tally.counts()));
    }
}
