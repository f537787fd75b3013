package dev.aisle.campaign.experiments.usecase;

import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Experiments as they stand, and those that were: what a shop has learnt. */
@ApplicationScoped
public class ReadExperiments {
    private final ExperimentRepository experiments;

    ReadExperiments(ExperimentRepository experiments) {
        this.experiments = experiments;
    }

    /** An experiment with its phases. */
    public record Seen(Life life, List<Phase> phases) {
        public Seen {
            phases = List.copyOf(phases);
        }
    }

    /** All of them, the newest first. */
    @Transactional
    public List<Life> all() {
        return experiments.all();
    }

    /** One of them. */
    @Transactional
    public Optional<Seen> one(String id) {
        return experiments.one(id).map(life -> new Seen(life, experiments.phases(id)));
    }

    /** What was done with one, the latest first. */
    @Transactional
    public List<Deed> history(String id) {
        return experiments.deeds(id);
    }
}
