package dev.aisle.recommender.assistant.outside.usecase;

import dev.aisle.recommender.assistant.knowledge.domain.Passage;
import dev.aisle.recommender.assistant.outside.domain.Composed;
import dev.aisle.recommender.assistant.understanding.domain.Language;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lets an outside model write an answer from passages. */
@Singleton
public class ComposeAnswer {
    /**
     * Empty when there is no outside model, it fails or is late, or nothing of what it writes is supported: then the passages themselves are the answer.
     *
     * @param earlier what was said before in the conversation, the oldest first
     */
    public Optional<Composed> compose(
            Language language, String question, List<Passage> passages, List<String> earlier) {
        return Optional.empty();
    }
}
