package dev.aisle.recommender.models.gate.usecase;

import dev.aisle.recommender.models.choice.domain.ChoiceReport;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.gate.domain.ByTheLog;
import dev.aisle.recommender.models.gate.domain.FairComparison;
import dev.aisle.recommender.models.gate.domain.FairComparison.Judged;
import dev.aisle.recommender.models.gate.domain.FairComparison.Rival;
import dev.aisle.recommender.models.gate.domain.GateResult;
import dev.aisle.recommender.models.gate.domain.GateResult.Basis;
import dev.aisle.recommender.models.gate.domain.NonInferiority;
import dev.aisle.recommender.models.gate.domain.TriedPlaces;
import dev.aisle.recommender.models.gate.domain.TriedPlaces.Tried;
import dev.aisle.recommender.models.registry.domain.Lineage;
import dev.aisle.recommender.models.registry.domain.RegisteredModel;
import dev.aisle.recommender.models.registry.store.ModelRepository;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.UnreadableModelException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Judges a candidate beside the model that serves. */
@Singleton
public class JudgeCandidate {
    private final ModelRepository models;
    private final ModelDirectory directory;
    private final GateConfig config;
    private final TriedPlaces tried;
    private final boolean evaluated;

    JudgeCandidate(
            ModelRepository models,
            ModelDirectory directory,
            GateConfig config,
            TriedPlaces tried,
            @ConfigProperty(name = "aisle.training.evaluate") boolean evaluated) {
        this.models = models;
        this.directory = directory;
        this.config = config;
        this.tried = tried;
        this.evaluated = evaluated;
    }

    /** Judges the settings on a set. */
    public Judged judge(TrainingSet set, Recipe recipe, TrainingProgress progress) {
        Optional<Rival> rival = models.serving().map(this::rival);
        if (!evaluated) {
            String off = "aisle.training.evaluate is false: nothing is compared.";
            return Judged.without(
                    GateResult.passed(Basis.OFF, off),
                    ChoiceReport.kept(rival.map(Rival::choice).orElse(null), false, off));
        }
        FairComparison comparison = new FairComparison(set, recipe, progress);
        return rival.map(serving -> byTheLog(
                        comparison.beside(serving, config.people(), new NonInferiority(config.margin())), serving))
                .orElseGet(comparison::alone);
    }

    /** Where the log has a say, too: of what both models haven't learned from. */
    private Judged byTheLog(Judged judged, Rival rival) {
        PastModel past = judged.past();
        TrainedModel serving = rival.model();
        if (config.offPolicy() == GateConfig.OffPolicy.OFF || past == null || serving == null) {
            return judged;
        }
        Instant since = Instant.ofEpochMilli(past.moment());
        Instant learned = rival.learnedUntil();
        List<Tried> places = tried.since(learned != null && learned.isAfter(since) ? learned : since);
        return judged.under(new ByTheLog(config.margin(), config.effectivePlaces())
                .judge(judged.gate(), past.model(), serving, places));
    }

    /** A file that can't be read is no rival; its settings are. */
    private Rival rival(RegisteredModel serving) {
        Lineage lineage = serving.lineage();
        try {
            return new Rival(directory.read(serving.version()), lineage.learnedUntil(), lineage.recipe());
        } catch (UnreadableModelException e) {
            return new Rival(null, lineage.learnedUntil(), lineage.recipe());
        }
    }
}
