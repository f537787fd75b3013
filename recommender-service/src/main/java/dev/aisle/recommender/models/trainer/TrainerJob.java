package dev.aisle.recommender.models.trainer;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.models.domain.InUse;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.fairness.AskedPerson;
import dev.aisle.recommender.models.gate.FairComparison.Judged;
import dev.aisle.recommender.models.gate.FairComparison.Rival;
import dev.aisle.recommender.models.gate.JudgeCandidate;
import dev.aisle.recommender.models.gate.JudgeUnseen;
import dev.aisle.recommender.models.gate.JudgeUnseen.Unseen;
import dev.aisle.recommender.models.gate.TriedPlaces.Tried;
import dev.aisle.recommender.models.ranking.LearnRanker;
import dev.aisle.recommender.models.ranking.LearnRanker.Learned;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.models.trainer.TrainerLine.Kind;
import dev.aisle.recommender.models.trainer.TrainerTask.Offered;
import dev.aisle.recommender.models.trainer.TrainerTask.Serving;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the process does: reads a task and the rows, fits a model or judges one, and leaves it in the folder with what is to be said of it. */
@Keeps(ofNobody = "a model's file, in a folder that goes with the training")
public final class TrainerJob {
    private final DataInputStream in;
    private final TrainerVoice voice;
    private final Path folder;
    private final TrainingProgress progress = new TrainingProgress();

    /** A job of the service that speaks here. */
    public TrainerJob(DataInputStream in, TrainerVoice voice, Path folder) {
        this.in = in;
        this.voice = voice;
        this.folder = folder;
    }

    /** Does it. */
    public void run() throws IOException {
        TrainerTask task = TrainerJson.read(in, TrainerTask.class);
        Thread saying = voice.follow(progress);
        Serving serving = task.serving();
        TrainedModel served =
                serving == null || !serving.readable() ? null : ModelFile.read(folder.resolve(TrainerFolder.SERVING));
        Offered offered = task.offered();
        TrainerResult result = offered == null ? fitted(task, served) : judged(task, offered, served);
        Files.write(folder.resolve(TrainerFolder.RESULT), TrainerJson.bytes(result));
        saying.interrupt();
        voice.say(Kind.DONE, "");
    }

    private TrainerResult fitted(TrainerTask task, @Nullable TrainedModel served) throws IOException {
        TrainingSet set = DeedReader.read(in);
        Serving serving = task.serving();
        Rival rival = serving == null ? null : new Rival(served, serving.learnedUntil(), serving.recipe());
        Judged candidate = new JudgeCandidate(task.gate(), this::tried, task.evaluated())
                .judge(set, task.recipe(), rival, progress);
        progress.stage("ranker", 0.5, 0.55);
        Learned learned = learnRanker(task, served).learn(Instant.now(), candidate.past());
        Judged judged = candidate.withoutPast();
        TrainedModel model = new Learning(task.recipe())
                .fit(set, Long.MAX_VALUE, new Name("", Instant.now()), progress, new Span("fitting", 0.55, 0.9));
        write(model.with(judged.choice()), learned);
        return new TrainerResult(
                judged.metrics(),
                judged.gate(),
                judged.choice(),
                learned.report(),
                AskedPerson.of(set, judged.lists()));
    }

    private TrainerResult judged(TrainerTask task, Offered offered, @Nullable TrainedModel served) throws IOException {
        progress.stage("judging", 0.3, 0.8);
        TrainedModel model = ModelFile.read(folder.resolve(TrainerFolder.OFFERED));
        Unseen unseen = unseen(task, offered, model, served);
        progress.stage("ranker", 0.8, 0.9);
        Learned learned = learnRanker(task, served).learn(Instant.now(), unseen == null ? null : unseen.past());
        TrainerResult result = new TrainerResult(
                Map.of(),
                unseen == null ? offered.gate() : unseen.gate(),
                unseen == null ? offered.choice() : unseen.choice(),
                learned.report(),
                List.of());
        write(model.with(result.choice()), learned);
        return result;
    }

    private @Nullable Unseen unseen(
            TrainerTask task, Offered offered, TrainedModel model, @Nullable TrainedModel served) throws IOException {
        Instant from = offered.unseenFrom();
        return from == null || served == null
                ? null
                : new JudgeUnseen(task.gate())
                        .judge(DeedReader.read(in), from.toEpochMilli(), model, served)
                        .orElse(null);
    }

    private void write(TrainedModel model, Learned learned) throws IOException {
        ModelFile.write(model.with(learned.ranker()), folder.resolve(TrainerFolder.FITTED));
    }

    private LearnRanker learnRanker(TrainerTask task, @Nullable TrainedModel served) {
        ModelInUse inUse = new ModelInUse();
        inUse.use(new InUse(served, null, null));
        return new LearnRanker(this::shown, this::replayed, inUse, task.ranker());
    }

    private void shown(Instant from, Instant until, Consumer<ShownList> each) {
        voice.say(Kind.SHOWN, from.toEpochMilli() + " " + until.toEpochMilli());
        lists(each);
    }

    private void replayed(PastModel past, int most, Consumer<ShownList> each) {
        try {
            ModelFile.write(past.model(), folder.resolve(TrainerFolder.PAST));
        } catch (IOException e) {
            throw new UncheckedIOException("The model of the past can't be written: " + e.getMessage(), e);
        }
        voice.say(Kind.REPLAYED, past.moment() + " " + most);
        lists(each);
    }

    private void lists(Consumer<ShownList> each) {
        try {
            ShownListCodec.read(in, each);
        } catch (IOException e) {
            throw new UncheckedIOException("The service sends no lists: " + e.getMessage(), e);
        }
    }

    private List<Tried> tried(Instant from) {
        voice.say(Kind.TRIED, Long.toString(from.toEpochMilli()));
        try {
            return List.of(TrainerJson.read(in, Tried[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("The service sends no places: " + e.getMessage(), e);
        }
    }
}
