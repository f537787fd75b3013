package dev.aisle.campaign.experiments.flags.usecase;

import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.flags.domain.Asker;
import dev.aisle.campaign.experiments.flags.domain.Evaluation;
import dev.aisle.campaign.experiments.flags.domain.Evaluation.Given;
import dev.aisle.campaign.experiments.flags.domain.Evaluator;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.domain.InExperiments;
import dev.aisle.campaign.experiments.flags.domain.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates flags: kept variation, layer and global holdout, targeting, hash. Whoever shows what was answered notes the exposure. */
@ApplicationScoped
public class EvaluateFlag {
    private final FlagCatalogue catalogue;
    private final KeptVariations keptVariations;

    EvaluateFlag(FlagCatalogue catalogue, KeptVariations keptVariations) {
        this.catalogue = catalogue;
        this.keptVariations = keptVariations;
    }

    /** All flags at the stamp of the set, by key. */
    public record All(FlagSet set, List<Evaluation> evaluations) {
        public All {
            evaluations = List.copyOf(evaluations);
        }
    }

    /** All flags. */
    public All all(Asker asker) {
        FlagSet set = catalogue.now();
        return new All(set, evaluator(set, asker).all());
    }

    /**
     * In which variations of these experiments a person is, for what the suite itself decides, and how it orders products. Of a concluded experiment
     * everybody is in the variation that was kept.
     *
     * @param rankings the flags that may set the ranking, the first that is there does
     */
    public InExperiments in(Collection<String> experiments, List<String> rankings, Asker asker) {
        FlagSet set = catalogue.now();
        String ranking =
                rankings.stream().filter(set.flags()::containsKey).findFirst().orElse("");
        if (experiments.isEmpty() && ranking.isEmpty()) {
            return InExperiments.none(asker.id());
        }
        Whose whose = keptVariations.whose(asker.id());
        Evaluator evaluator = Evaluator.of(set, asker, whose.person(), keptVariations.of(whose));
        Map<String, Given> given = new HashMap<>();
        Map<String, String> variations = new HashMap<>();
        for (String experiment : experiments) {
            Phase phase = set.phaseOf(experiment);
            Evaluation evaluation =
                    phase == null ? null : evaluator.evaluate(phase.experiment().flag());
            Given one = evaluation == null ? null : evaluation.given();
            String kept = set.kept().get(experiment);
            if (one != null) {
                given.put(experiment, one);
                variations.put(experiment, one.treatment().key());
            } else if (kept != null) {
                variations.put(experiment, kept);
            }
        }
        Evaluation ranked = evaluator.evaluate(ranking);
        Given rankedBy = ranked == null ? null : ranked.given();
        if (rankedBy != null) {
            given.put(rankedBy.phase().experiment().id(), rankedBy);
        }
        return new InExperiments(whose, given, variations, ranked);
    }

    private Evaluator evaluator(FlagSet set, Asker asker) {
        Whose whose = keptVariations.whose(asker.id());
        return Evaluator.of(set, asker, whose.person(), set.phases().isEmpty() ? Map.of() : keptVariations.of(whose));
    }
}
