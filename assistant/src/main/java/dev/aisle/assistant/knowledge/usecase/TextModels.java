package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.shared.Language;
import dev.aisle.text.TextModel;

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
