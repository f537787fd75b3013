package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository.TrainingRow;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.ModelInUse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One training from the first row read to the model in use. */
@Singleton
public class TrainModels {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final double SHARE_BEFORE_HOLD_OUT = 0.9;

    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final ModelDirectory directory;
    private final ModelInUse inUse;
    private final boolean evaluated;
    private final Learning learning = new Learning();

    TrainModels(
            InteractionRepository interactions,
            ConsentView consents,
            ErasedSubjects erased,
            ModelDirectory directory,
            ModelInUse inUse,
            @ConfigProperty(name = "aisle.training.evaluate") boolean evaluated) {
        this.interactions = interactions;
        this.consents = consents;
        this.erased = erased;
        this.directory = directory;
        this.inUse = inUse;
        this.evaluated = evaluated;
    }

    /** What became of a training. */
    record Trained(String modelVersion, TrainingResult result) {}

    /**
     * Trains a model and puts it into use.
     *
     * @throws NothingToLearnException when nobody who grants model training has done anything
     */
    Trained train(UUID id, TrainingProgress progress) {
        long began = System.nanoTime();
        progress.stage("reading", 0, 0.05);
        TrainingSet set = read();
        if (set.size() == 0) {
            throw new NothingToLearnException();
        }
        Map<String, Double> metrics = evaluated ? evaluate(set, progress) : Map.of();
        TrainedModel model = learning.fit(set, Long.MAX_VALUE, name(id), progress, new Span("fitting", 0.5, 0.95));
        progress.stage("writing", 0.95, 1);
        directory.write(model);
        inUse.refresh();
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        return new Trained(
                model.version(), new TrainingResult(set.userCount(), model.itemCount(), set.size(), seconds, metrics));
    }

    private TrainingSet read() {
        if (!consents.current() || !erased.current()) {
            throw new IllegalStateException("The consents aren't known now; try again.");
        }
        TrainingSetBuilder rows = new TrainingSetBuilder();
        Instant now = Instant.now();
        interactions.forTraining(row -> {
            if (mayLearnFrom(row, now)) {
                String basket = row.type() == InteractionType.PURCHASE ? row.eventId() : null;
                rows.add(row.pseudonym(), row.productId(), basket, row.type().weight(), row.millis());
            }
        });
        if (!consents.current()) {
            throw new IllegalStateException("The consents weren't known to the end of reading; try again.");
        }
        return rows.build();
    }

    private boolean mayLearnFrom(TrainingRow row, Instant now) {
        return consents.of(row.pseudonym()).allows(Purpose.MODEL_TRAINING, now, row.consentVersion())
                && !erased.contains(row.pseudonym());
    }

    private Map<String, Double> evaluate(TrainingSet set, TrainingProgress progress) {
        long moment = set.momentOf(SHARE_BEFORE_HOLD_OUT);
        TrainedModel ofPast =
                learning.fit(set, moment, new Name("", Instant.EPOCH), progress, new Span("evaluating", 0.05, 0.45));
        return new HoldOut(set, moment).judge(ofPast, progress.stage("evaluating on the hold-out", 0.45, 0.5));
    }

    /** Later models get greater versions, even when the clock was set back. */
    private Name name(UUID id) {
        TrainedModel before = inUse.get();
        Instant now = Instant.now();
        Instant trainedAt = before == null || before.trainedAt().isBefore(now)
                ? now
                : before.trainedAt().plusMillis(1);
        return new Name(VERSION.format(trainedAt) + "-" + id.toString().substring(0, 8), trainedAt);
    }
}
