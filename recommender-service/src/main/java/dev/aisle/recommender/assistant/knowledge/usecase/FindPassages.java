package dev.aisle.recommender.assistant.knowledge.usecase;

import dev.aisle.recommender.assistant.knowledge.domain.Confidence;
import dev.aisle.recommender.assistant.knowledge.domain.FoundPassage;
import dev.aisle.recommender.assistant.knowledge.domain.HeldPassage;
import dev.aisle.recommender.assistant.knowledge.domain.SearchBy;
import dev.aisle.recommender.assistant.knowledge.store.KnowledgeState;
import dev.aisle.recommender.assistant.knowledge.store.KnowledgeState.Hit;
import dev.aisle.recommender.assistant.knowledge.store.PassageIndex;
import dev.aisle.recommender.assistant.understanding.domain.Language;
import dev.aisle.recommender.content.store.SentenceModels;
import dev.aisle.recommender.search.domain.ReciprocalRanks;
import dev.aisle.recommender.search.domain.ReciprocalRanks.Joined;
import dev.aisle.recommender.search.domain.ReciprocalRanks.Kind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the passages of current articles that may answer a question. */
@Singleton
public class FindPassages {
    /** Articles of each ranking that are joined. */
    private static final int DEPTH = 30;
    /** A model reads no more than this of a question. */
    private static final int MOST_CHARACTERS = 2_000;

    private final PassageIndex index;
    private final SentenceModels models;

    FindPassages(PassageIndex index, SentenceModels models) {
        this.index = index;
        this.models = models;
    }

    /**
     * The most fitting first, of articles that are approved and valid now: of each article the passage that fits best. All are of one
     * moment, whatever is edited meanwhile.
     */
    public List<FoundPassage> find(Language language, String question, int most) {
        return find(language, question, most, SearchBy.BOTH);
    }

    /** The same by words or meaning alone; by words also where the model of the language can't be had. */
    public List<FoundPassage> find(Language language, String question, int most, SearchBy by) {
        if (most < 1 || question.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return List.of();
        }
        String read = question.length() <= MOST_CHARACTERS ? question : question.substring(0, MOST_CHARACTERS);
        float[] point = by == SearchBy.WORDS
                ? null
                : models.embed(TextModels.of(language), read).orElse(null);
        try (KnowledgeState state = index.open()) {
            return new Search(state, language, read, point, by, Instant.now()).best(most);
        }
    }

    /** One question to one state. */
    private record Search(
            KnowledgeState state,
            Language language,
            String question,
            float @Nullable [] point,
            SearchBy by,
            Instant now) {
        List<FoundPassage> best(int most) {
            int depth = Math.max(DEPTH, most);
            Map<String, Hit> words = by == SearchBy.MEANING && point != null
                    ? Map.of()
                    : state.byWords(language, question, by == SearchBy.BOTH, depth, now);
            Map<String, Hit> meaning = point == null ? Map.of() : state.byMeaning(language, point, depth, now);
            ReciprocalRanks ranks = new ReciprocalRanks();
            if (!words.isEmpty()) {
                ranks.add(Kind.WORDS, 1, List.copyOf(words.keySet()));
            }
            if (!meaning.isEmpty()) {
                ranks.add(Kind.MEANING, 1, List.copyOf(meaning.keySet()));
            }
            return ranks.joined().stream()
                    .limit(most)
                    .map(Joined::productId)
                    .map(article -> better(words.get(article), meaning.get(article)))
                    .toList();
        }

        /** Of an article's two passages the surer one. */
        private FoundPassage better(@Nullable Hit words, @Nullable Hit meaning) {
            Map<String, FoundPassage> found = new LinkedHashMap<>();
            for (Hit hit : new @Nullable Hit[] {meaning, words}) {
                if (hit != null && !found.containsKey(hit.passage().name())) {
                    found.put(
                            hit.passage().name(), new FoundPassage(hit.passage().passage(), confidence(hit.passage())));
                }
            }
            FoundPassage best = null;
            for (FoundPassage each : found.values()) {
                best = best == null || each.confidence() > best.confidence() ? each : best;
            }
            return Objects.requireNonNull(best);
        }

        private double confidence(HeldPassage passage) {
            double cosine = point == null ? Double.NaN : state.cosine(passage, point);
            if (Double.isNaN(cosine)) {
                return Confidence.ofWords(state.share(passage, language, question));
            }
            return by == SearchBy.MEANING
                    ? Confidence.ofMeaning(language, cosine)
                    : Confidence.ofBoth(language, cosine, state.share(passage, language, question));
        }
    }
}
