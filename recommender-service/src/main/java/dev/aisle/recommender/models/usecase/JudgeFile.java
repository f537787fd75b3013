package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.gate.GateConfig;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.UnreadableModelException;
import dev.aisle.recommender.models.trainer.StartTrainer;
import dev.aisle.recommender.models.trainer.TrainerFolder;
import dev.aisle.recommender.models.trainer.TrainerResult;
import dev.aisle.recommender.models.trainer.TrainerSession;
import dev.aisle.recommender.models.trainer.TrainerTask.Offered;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file that was trained outside beside the serving one, both as they are, on what neither has seen, and learns a ranker for it, in a process of its
 * own. Nothing else is fitted.
 */
@Singleton
class JudgeFile {
    private final ModelRepository models;
    private final ModelDirectory directory;
    private final InteractionRepository interactions;
    private final StartTrainer startTrainer;
    private final TrainerTasks tasks;
    private final SendDeeds sendDeeds;
    private final GateConfig config;
    private final boolean evaluated;

    JudgeFile(
            ModelRepository models,
            ModelDirectory directory,
            InteractionRepository interactions,
            StartTrainer startTrainer,
            TrainerTasks tasks,
            SendDeeds sendDeeds,
            GateConfig config,
            @ConfigProperty(name = "aisle.training.evaluate") boolean evaluated) {
        this.models = models;
        this.directory = directory;
        this.interactions = interactions;
        this.startTrainer = startTrainer;
        this.tasks = tasks;
        this.sendDeeds = sendDeeds;
        this.config = config;
        this.evaluated = evaluated;
    }

    /**
     * What is made of a file.
     *
     * @param model with the mixes that serve: its own, else those chosen by people who don't judge it, else those that serve now; and with a ranker, when one was
     *     learned
     */
    record Judgement(TrainedModel model, TrainerResult result) {}

    /** Judges it. */
    Judgement judge(TrainedModel candidate, OutsideTraining outside, TrainingProgress progress) {
        try (TrainerSession trainer = startTrainer.start(progress)) {
            Offered offered = offered(candidate, outside);
            trainer.file(TrainerFolder.OFFERED, candidate);
            tasks.begin(trainer, offered);
            if (offered.unseenFrom() != null) {
                sendDeeds.send(trainer);
            }
            TrainerResult result = trainer.result();
            return new Judgement(trainer.fitted(), result);
        }
    }

    private Offered offered(TrainedModel candidate, OutsideTraining outside) {
        if (!evaluated) {
            String off = "aisle.training.evaluate is false: nothing is compared.";
            return new Offered(null, GateResult.passed(Basis.OFF, off), kept(candidate, null, off));
        }
        Optional<RegisteredModel> serving = models.serving();
        if (serving.isEmpty()) {
            String first = "No model serves: there is nothing to compare with.";
            return new Offered(null, GateResult.passed(Basis.FIRST, first), kept(candidate, null, first));
        }
        TrainedModel served = read(serving.get());
        String few = "Fewer than " + config.people() + " people did something new since both learned";
        return new Offered(
                served == null ? null : unseenFrom(outside, serving.get()),
                bySettings(few, candidate, outside, serving.get()),
                kept(candidate, served, few + "."));
    }

    /** After everything that both have learned from, when enough people did something then. */
    private @Nullable Instant unseenFrom(OutsideTraining outside, RegisteredModel serving) {
        Instant served = serving.lineage().learnedUntil();
        Instant offered = outside.figures().newest();
        if (served == null || offered == null) {
            return null;
        }
        Instant moment = (served.isAfter(offered) ? served : offered).plusMillis(1);
        return interactions.peopleSince(moment) < Math.max(1, config.people()) ? null : moment;
    }

    private static ChoiceReport kept(TrainedModel candidate, @Nullable TrainedModel served, String why) {
        ChoiceReport own = candidate.choice();
        return own == null
                ? ChoiceReport.kept(served == null ? null : served.choice(), candidate.network() != null, why)
                : own;
    }

    private @Nullable TrainedModel read(RegisteredModel serving) {
        try {
            return directory.read(serving.version());
        } catch (UnreadableModelException e) {
            return null;
        }
    }

    private static GateResult bySettings(
            String few, TrainedModel candidate, OutsideTraining outside, RegisteredModel serving) {
        boolean same = outside.recipe().equals(serving.lineage().recipe())
                && Objects.equals(
                        ModelFile.learnedElsewhere(candidate.origin().parameters()),
                        ModelFile.learnedElsewhere(serving.lineage().parameters()));
        return same
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
