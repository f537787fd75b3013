package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.models.choice.domain.ChoiceReport;
import dev.aisle.recommender.models.choice.domain.ChooseMixes;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingSet;
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
import java.util.Objects;
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

    /**
     * What is made of a file.
     *
     * @param choice of the mixes: the file's own, else by people who don't judge it, else what serves now
     * @param past the file's model, where something happened that it hasn't seen
     */
    record Judgement(
            GateResult gate, ChoiceReport choice, @Nullable PastModel past) {
        private Judgement(GateResult gate, ChoiceReport choice) {
            this(gate, choice, null);
        }
    }

    /** Judges it. */
    Judgement judge(TrainedModel candidate, OutsideTraining outside) {
        if (!evaluated) {
            String off = "aisle.training.evaluate is false: nothing is compared.";
            return new Judgement(GateResult.passed(Basis.OFF, off), kept(candidate, null, off));
        }
        Optional<RegisteredModel> serving = models.serving();
        if (serving.isEmpty()) {
            String first = "No model serves: there is nothing to compare with.";
            return new Judgement(GateResult.passed(Basis.FIRST, first), kept(candidate, null, first));
        }
        TrainedModel served = read(serving.get());
        return unseen(candidate, outside, serving.get(), served).orElseGet(() -> {
            String few = "Fewer than " + config.people() + " people did something new since both learned";
            return new Judgement(
                    bySettings(few, candidate, outside, serving.get()), kept(candidate, served, few + "."));
        });
    }

    /** On what came after everything that both have learned from, when enough people did something then. */
    private Optional<Judgement> unseen(
            TrainedModel candidate, OutsideTraining outside, RegisteredModel serving, @Nullable TrainedModel model) {
        Instant served = serving.lineage().learnedUntil();
        Instant offered = outside.figures().newest();
        if (served == null || offered == null || model == null) {
            return Optional.empty();
        }
        Instant moment = (served.isAfter(offered) ? served : offered).plusMillis(1);
        int least = Math.max(1, config.people());
        if (interactions.peopleSince(moment) < least) {
            return Optional.empty();
        }
        TrainingSet set = readTrainingSet.read().set();
        HoldOut holdOut = new HoldOut(set, moment.toEpochMilli());
        if (holdOut.size() < least) {
            return Optional.empty();
        }
        ChoiceReport choice = candidate.choice();
        if (choice == null) {
            choice = new ChooseMixes(set, moment.toEpochMilli(), HoldOut::choosesMixes).of(candidate, model.choice());
        }
        GateResult gate = new NonInferiority(config.margin())
                .judge(
                        Basis.UNSEEN,
                        HoldOut.metric(),
                        holdOut.usualLists(candidate.with(choice)),
                        holdOut.usualLists(model));
        return Optional.of(new Judgement(gate, choice, new PastModel(candidate.with(choice), moment.toEpochMilli())));
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
