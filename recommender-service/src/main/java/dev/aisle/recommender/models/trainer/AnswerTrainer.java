package dev.aisle.recommender.models.trainer;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.gate.TriedPlaces;
import dev.aisle.recommender.models.ranking.RankingExamples;
import dev.aisle.recommender.models.ranking.ReplayedLists;
import jakarta.inject.Singleton;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;

/** Answers what the process asks while it trains; lists go to it one by one. */
@Singleton
class AnswerTrainer {
    private final RankingExamples examples;
    private final ReplayedLists replayed;
    private final TriedPlaces tried;

    AnswerTrainer(RankingExamples examples, ReplayedLists replayed, TriedPlaces tried) {
        this.examples = examples;
        this.replayed = replayed;
        this.tried = tried;
    }

    void answer(TrainerLine asked, TrainerProcess process) throws IOException {
        DataOutputStream out = process.input();
        switch (asked.kind()) {
            case SHOWN -> {
                examples.between(moment(asked, 0), moment(asked, 1), listsTo(out));
                ShownListCodec.end(out);
            }
            case REPLAYED -> {
                PastModel past = new PastModel(ModelFile.read(process.file(TrainerFolder.PAST)), asked.number(0));
                replayed.of(past, Math.toIntExact(asked.number(1)), listsTo(out));
                ShownListCodec.end(out);
            }
            case TRIED -> TrainerJson.write(tried.since(moment(asked, 0)), out);
            case PROGRESS, DONE, FAILED -> throw new IllegalArgumentException("not a question: " + asked);
        }
    }

    private static Instant moment(TrainerLine asked, int place) {
        return Instant.ofEpochMilli(asked.number(place));
    }

    private static Consumer<ShownList> listsTo(DataOutputStream out) {
        return list -> {
            try {
                ShownListCodec.write(list, out);
            } catch (IOException e) {
                throw new UncheckedIOException("the process that trains is gone", e);
            }
        };
    }
}
