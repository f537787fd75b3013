package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.HeldPoints;
import dev.aisle.assistant.knowledge.domain.HeldPoints.Read;
import dev.aisle.assistant.knowledge.store.PassageVectors;
import dev.aisle.contracts.Keeps;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives passages their points: known texts from the table, others by reading them. Until then they are found by their words. */
@Singleton
@Keeps(ofNobody = "passages of articles")
public class ReadPassages {
    private static final int AT_ONCE = 16;

    private final PassageVectors vectors;
    private final SentenceModels models;
    private final BlockingDeque<HeldPoints> waiting = new LinkedBlockingDeque<>();
    private final AtomicInteger underway = new AtomicInteger();

    ReadPassages(PassageVectors vectors, SentenceModels models) {
        this.vectors = vectors;
        this.models = models;
    }

    /** Places what the table knows, and lets the rest wait for {@link #readSome}. */
    void prepare(Collection<HeldPoints> passages) {
        byModel(passages).forEach((model, unknown) -> {
            Map<Long, StoredVector> known = vectors.find(model, hashes(unknown));
            for (HeldPoints points : unknown) {
                if (!points.place(known) && models.usable(model)) {
                    waiting.addLast(points);
                }
            }
        });
    }

    /** How many passages, and articles' ways to be asked for, have no points as yet. */
    public int waiting() {
        return waiting.size() + underway.get();
    }

    /**
     * Waits for passages and reads a few of them.
     *
     * @throws dev.aisle.platform.storage.StorageException when the points can't be kept; they are placed nevertheless
     */
    public void readSome() throws InterruptedException {
        List<HeldPoints> some = new ArrayList<>();
        some.add(waiting.takeFirst());
        waiting.drainTo(some, AT_ONCE - 1);
        underway.addAndGet(some.size());
        try {
            byModel(some).forEach(this::read);
        } finally {
            underway.addAndGet(-some.size());
        }
    }

    private void read(TextModel model, List<HeldPoints> passages) {
        // Headings stand over several passages, and what an edit has left was read before.
        Map<Long, StoredVector> known = new HashMap<>(vectors.find(model, hashes(passages)));
        Map<Long, StoredVector> computed = new HashMap<>();
        for (HeldPoints points : passages) {
            for (Read read : points.reads()) {
                if (!known.containsKey(read.hash())) {
                    models.embed(model, read.text()).ifPresent(point -> {
                        StoredVector vector = StoredVector.of(read.hash(), point);
                        known.put(read.hash(), vector);
                        computed.put(read.hash(), vector);
                    });
                }
            }
            points.place(known);
        }
        if (!computed.isEmpty()) {
            vectors.write(model, computed.values());
        }
    }

    private static List<Long> hashes(Collection<HeldPoints> passages) {
        return passages.stream()
                .flatMap(points -> points.reads().stream())
                .map(Read::hash)
                .distinct()
                .toList();
    }

    private static Map<TextModel, List<HeldPoints>> byModel(Collection<HeldPoints> passages) {
        Map<TextModel, List<HeldPoints>> byModel = new EnumMap<>(TextModel.class);
        for (HeldPoints points : passages) {
            byModel.computeIfAbsent(TextModels.of(points.language()), added -> new ArrayList<>())
                    .add(points);
        }
        return byModel;
    }
}
