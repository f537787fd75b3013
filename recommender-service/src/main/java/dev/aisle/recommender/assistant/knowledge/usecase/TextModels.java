package dev.aisle.recommender.assistant.knowledge.usecase;

import dev.aisle.recommender.assistant.understanding.domain.Language;
import dev.aisle.recommender.content.domain.TextModel;

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
