package dev.aisle.recommender.assistant.knowledge.usecase;

import dev.aisle.recommender.assistant.knowledge.domain.FoundPassage;
import dev.aisle.recommender.assistant.understanding.domain.Language;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the passages of current articles that may answer a question. */
@Singleton
public class FindPassages {
    /** The most fitting first, of articles that are approved and valid now. */
    public List<FoundPassage> find(Language language, String question, int most) {
        return List.of();
    }
}
