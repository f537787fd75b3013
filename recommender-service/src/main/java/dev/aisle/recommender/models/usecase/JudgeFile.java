package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.gate.domain.GateResult;
import dev.aisle.recommender.models.gate.domain.GateResult.Basis;
import dev.aisle.recommender.models.gate.domain.GateResult.Verdict;
import dev.aisle.recommender.models.gate.domain.NonInferiority;
import dev.aisle.recommender.models.gate.usecase.GateConfig;
import dev.aisle.recommender.models.registry.domain.RegisteredModel;
import dev.aisle.recommender.models.registry.store.ModelRepository;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.UnreadableModelException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Judges a file that was trained outside beside the serving one, both as they are, on what neither has seen. Nothing is fitted. */
@Singleton
class JudgeFile {
    private final ModelRepository models;
    private final ModelDirectory directory;
    private final InteractionRepository interactions;
    private final ReadTrainingSet readTrainingSet;
    private final GateConfig config;
    private final boolean evaluated;

    JudgeFile(
            ModelRepository models,
            ModelDirectory directory,
            InteractionRepository interactions,
            ReadTrainingSet readTrainingSet,
            GateConfig config,
            @ConfigProperty(name = "aisle.training.evaluate") boolean evaluated) {
        this.models = models;
        this.directory = directory;
        this.interactions = interactions;
        this.readTrainingSet = readTrainingSet;
        this.config = config;
        this.evaluated = evaluated;
    }

    /** Judges it. */
    GateResult judge(TrainedModel candidate, OutsideTraining outside) {
        if (!evaluated) {
            return GateResult.passed(Basis.OFF, "aisle.training.evaluate is false: nothing is compared.");
        }
        Optional<RegisteredModel> serving = models.serving();
        if (serving.isEmpty()) {
            return GateResult.passed(Basis.FIRST, "No model serves: there is nothing to compare with.");
        }
        return unseen(candidate, outside, serving.get()).orElseGet(() -> bySettings(outside, serving.get()));
    }

    /** On what came after everything that both have learned from, when enough people did something then. */
    private Optional<GateResult> unseen(TrainedModel candidate, OutsideTraining outside, RegisteredModel serving) {
        Instant served = serving.lineage().learnedUntil();
        Instant offered = outside.figures().newest();
        TrainedModel model = read(serving);
        if (served == null || offered == null || model == null) {
            return Optional.empty();
        }
        Instant moment = (served.isAfter(offered) ? served : offered).plusMillis(1);
        int least = Math.max(1, config.people());
        if (interactions.peopleSince(moment) < least) {
            return Optional.empty();
        }
        HoldOut holdOut = new HoldOut(readTrainingSet.read().set(), moment.toEpochMilli());
        return holdOut.size() < least
                ? Optional.empty()
                : Optional.of(new NonInferiority(config.margin())
                        .judge(
                                Basis.UNSEEN,
                                HoldOut.metric(),
                                holdOut.usualLists(candidate),
                                holdOut.usualLists(model)));
    }

    private @Nullable TrainedModel read(RegisteredModel serving) {
        try {
            return directory.read(serving.version());
        } catch (UnreadableModelException e) {
            return null;
        }
    }

    private GateResult bySettings(OutsideTraining outside, RegisteredModel serving) {
        String few = "Fewer than " + config.people() + " people did something new since both learned";
        return outside.recipe().equals(serving.lineage().recipe())
                ? GateResult.passed(
                        Basis.SAME_SETTINGS, few + ", and the settings are the same: the checks of the data decide.")
                : new GateResult(
                        Verdict.UNDECIDED,
                        Basis.SAME_SETTINGS,
                        0,
                        null,
                        few + ", and the settings are others: let it be shadow or canary, or promote it.");
    }
}
