package dev.aisle.recommender.assistant.knowledge.usecase;

import dev.aisle.recommender.assistant.shared.Language;
import dev.aisle.recommender.search.sentences.TextModel;

/** Which model reads a language. */
final class TextModels {
    private TextModels() {}

    static TextModel of(Language language) {
        return switch (language) {
            case ENGLISH -> TextModel.ENGLISH;
            case CHINESE -> TextModel.CHINESE;
        };
    }
}
