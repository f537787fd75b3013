package dev.aisle.assistant.understanding;

import dev.aisle.algorithms.text.Tone;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.entities.Entities;
import dev.aisle.assistant.understanding.entities.KeepTitles;
import dev.aisle.assistant.understanding.intents.CurrentModels;
import dev.aisle.assistant.understanding.intents.IntentGuess;
import dev.aisle.assistant.understanding.intents.TextPoints;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Understands what a shopper writes. */
@Singleton
public class UnderstandText {
    /** A wish stands in fewer characters; the classifiers learned from short texts. */
    private static final int READ_FOR_INTENT = 1_000;

    private final CurrentModels models;
    private final TextPoints points;
    private final CorrectSpelling correctSpelling;
    private final KeepTitles keepTitles;
    private final Tone tone = Tone.ofShippedWords();

    UnderstandText(CurrentModels models, TextPoints points, CorrectSpelling correctSpelling, KeepTitles keepTitles) {
        this.models = models;
        this.points = points;
        this.correctSpelling = correctSpelling;
        this.keepTitles = keepTitles;
    }

    /** Of any text; of a long one the beginning is read. */
    public Understood understand(String text) {
        String readable = ReadableText.of(text);
        TextLanguage language = TextLanguage.of(readable);
        IntentGuess guess = language.foreign() || ReadableText.empty(readable)
                ? IntentGuess.NOTHING
                : intent(language.language(), readable);
        return new Understood(
                language.language(),
                guess.intent(),
                guess.confidence(),
                guess.sure(),
                Entities.in(readable, LocalDate.now(ZoneOffset.UTC), keepTitles.in(readable)),
                tone.of(readable));
    }

    private IntentGuess intent(Language language, String readable) {
        String beginning = readable.strip();
        String read = beginning.substring(0, Math.min(beginning.length(), READ_FOR_INTENT));
        String correct = correctSpelling.correct(language, read);
        return models.of(language).guess(correct, points.of(language, correct).orElse(null));
    }
}
