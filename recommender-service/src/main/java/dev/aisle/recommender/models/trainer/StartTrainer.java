package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.models.domain.TrainingProgress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Starts a process for a training: what a training takes is gone with it. */
@Singleton
public class StartTrainer {
    /** So many interactions are learned from within a second. */
    private static final long FEW = 2_000;

    private final InteractionRepository interactions;
    private final Catalogue catalogue;
    private final AnswerTrainer answers;
    private final Optional<Integer> heapMegabytes;
    private final AtomicReference<@Nullable TrainerProcess> running = new AtomicReference<>();

    StartTrainer(
            InteractionRepository interactions,
            Catalogue catalogue,
            AnswerTrainer answers,
            @ConfigProperty(name = "aisle.training.heap") Optional<String> heap) {
        this.interactions = interactions;
        this.catalogue = catalogue;
        this.answers = answers;
        this.heapMegabytes = heap.map(TrainerHeap::of);
    }

    /** Starts one; whoever cancels the training ends it. */
    public TrainerSession start(TrainingProgress progress) {
        long rows = interactions.countForTraining();
        int heap = heapMegabytes.orElseGet(() -> TrainerHeap.derived(rows, catalogue.size()));
        TrainerProcess process = TrainerProcess.start(heap, rows < FEW);
        running.set(process);
        return new TrainerSession(process, answers, progress);
    }

    @PreDestroy
    void stop() {
        TrainerProcess process = running.get();
        if (process != null) {
            process.kill();
        }
    }
}
