package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.domain.Confidence;
import dev.aisle.assistant.knowledge.domain.FoundPassage;
import dev.aisle.assistant.knowledge.domain.HeldPassage;
import dev.aisle.assistant.knowledge.domain.HeldPoints;
import dev.aisle.assistant.knowledge.domain.PassageScore;
import dev.aisle.assistant.knowledge.domain.SearchBy;
import dev.aisle.assistant.knowledge.store.KnowledgeState;
import dev.aisle.assistant.knowledge.store.KnowledgeState.Asked;
import dev.aisle.assistant.knowledge.store.KnowledgeState.Hit;
import dev.aisle.assistant.knowledge.store.PassageIndex;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.CorrectSpelling;
import dev.aisle.assistant.understanding.intents.ReadIntents;
import dev.aisle.assistant.understanding.intents.Spread;
import dev.aisle.text.SentenceModels;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the passages of current articles that may answer a question. */
@Singleton
public class FindPassages {
    /** Articles of a ranking by words or meaning alone. */
    private static final int DEPTH = 30;
    /** Articles of each of both that are looked at closely. */
    private static final int CANDIDATES = 15;
    /** A model reads no more than this of a question. */
    private static final int MOST_CHARACTERS = 2_000;

    private final PassageIndex index;
    private final SentenceModels models;
    private final CorrectSpelling correctSpelling;
    private final ReadIntents readIntents;

    FindPassages(PassageIndex index, SentenceModels models, CorrectSpelling correctSpelling, ReadIntents readIntents) {
        this.index = index;
        this.models = models;
        this.correctSpelling = correctSpelling;
        this.readIntents = readIntents;
    }

    /**
     * The most fitting first, of articles that are approved and valid now: of each article the passage that fits best. All are of one
     * moment, whatever is edited meanwhile.
     */
    public List<FoundPassage> find(Language language, String question, int most) {
        return find(language, question, most, SearchBy.BOTH);
    }

    /**
     * The same by words or meaning alone; by words also where the model of the language can't be had. By words it is plain BM25 of the question as it
     * was typed; otherwise mistyped words are put right first, and by both it counts too how well a passage fits what the question wants.
     */
    public List<FoundPassage> find(Language language, String question, int most, SearchBy by) {
        if (most < 1 || question.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return List.of();
        }
        String beginning = question.length() <= MOST_CHARACTERS ? question : question.substring(0, MOST_CHARACTERS);
        String read = by == SearchBy.WORDS ? beginning : correctSpelling.correct(language, beginning);
        float[] point = by == SearchBy.WORDS
                ? null
                : models.embed(TextModels.of(language), read).orElse(null);
        try (KnowledgeState state = index.open()) {
            Search search = new Search(state, language, read, state.asked(language, read), point, Instant.now());
            if (point == null) {
                return search.byWords(by == SearchBy.BOTH, most);
            }
            return by == SearchBy.MEANING
                    ? search.byMeaning(most)
                    : search.byBoth(most, readIntents.of(language, read, point), readIntents);
        }
    }

    /** One question to one state. */
    private record Search(
            KnowledgeState state,
            Language language,
            String question,
            Asked asked,
            float @Nullable [] point,
            Instant now) {
        List<FoundPassage> byWords(boolean forgiving, int most) {
            return state.byWords(language, question, forgiving, Math.max(DEPTH, most), now).values().stream()
                    .limit(most)
                    .map(hit -> new FoundPassage(
                            hit.passage().passage(), Confidence.ofWords(language, state.share(hit.passage(), asked))))
                    .toList();
        }

        List<FoundPassage> byMeaning(int most) {
            return state.byMeaning(language, there(), Math.max(DEPTH, most), now).values().stream()
                    .limit(most)
                    .map(hit -> new FoundPassage(hit.passage().passage(), Confidence.ofMeaning(language, hit.score())))
                    .toList();
        }

        /** Those that are among the first by words or by meaning, by how they score in all. */
        List<FoundPassage> byBoth(int most, Spread wish, ReadIntents intents) {
            int depth = Math.max(CANDIDATES, most);
            Map<String, Scored> best = new HashMap<>();
            for (Map<String, Hit> ranking : List.of(
                    state.byWords(language, question, true, depth, now),
                    state.byMeaning(language, there(), depth, now))) {
                ranking.forEach((article, hit) -> best.merge(
                        article,
                        scored(hit.passage(), wish, intents),
                        (one, other) -> other.score().value() > one.score().value() ? other : one));
            }
            return best.values().stream()
                    .sorted(Comparator.comparingDouble(
                                    (Scored one) -> one.score().value())
                            .reversed()
                            .thenComparing(one -> one.passage().name()))
                    .limit(most)
                    .map(one -> new FoundPassage(one.passage().passage(), Confidence.ofBoth(language, one.score())))
                    .toList();
        }

        private Scored scored(HeldPassage passage, Spread wish, ReadIntents intents) {
            double nearness = state.nearness(passage, there());
            double share = state.share(passage, asked);
            return new Scored(
                    passage,
                    new PassageScore(Double.isNaN(nearness) ? 0 : nearness, share, fit(passage, wish, intents)));
        }

        /** How well the wish fits what the article says, and what people ask it for: the mean of both where it tells the latter. */
        private double fit(HeldPassage passage, Spread wish, ReadIntents intents) {
            double fit = wish.fits(Spread.mean(state.served(passage.passage(), now).stream()
                    .map(each -> each.text().spread(wish.version(), () -> spread(each.text(), 1, intents)))
                    .toList()));
            HeldPoints asks = passage.asks();
            int ways = asks.reads().size();
            return ways == 0
                    ? fit
                    : (fit + wish.fits(asks.spread(wish.version(), () -> spread(asks, ways, intents)))) / 2;
        }

        private Spread spread(HeldPoints points, int most, ReadIntents intents) {
            return Spread.mean(IntStream.range(0, most)
                    .mapToObj(at -> intents.of(language, points.reads().get(at).text(), points.vector(at)))
                    .toList());
        }

        private float[] there() {
            if (point == null) {
                throw new IllegalStateException("asked for meaning without a point");
            }
            return point;
        }
    }

    private record Scored(HeldPassage passage, PassageScore score) {}
}
