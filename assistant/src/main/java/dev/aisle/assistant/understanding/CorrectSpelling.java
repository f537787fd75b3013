package dev.aisle.assistant.understanding;

import dev.aisle.algorithms.text.Spelling;
import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;

/** Puts right what a shopper mistyped. */
@Singleton
public class CorrectSpelling {
    private final Spelling english = KnownWords.english();

    /** The text with known words in place of mistyped ones; a Chinese text as it is. */
    public String correct(Language language, String text) {
        return switch (language) {
            case ENGLISH -> english.correct(text);
            case CHINESE -> text;
        };
    }
}
