package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** How a text's wish spreads over the intents, to see how near two texts are in what they are about. */
@Singleton
public class ReadIntents {
    private final CurrentModels models;

    ReadIntents(CurrentModels models) {
        this.models = models;
    }

    /** Names the model of a language; spreads by different ones can't be compared. */
    public String version(Language language) {
        return models.of(language).version();
    }

    /**
     * The chances of the intents.
     *
     * @param point of the text; {@code null} when there is none
     */
    public Spread of(Language language, String text, float @Nullable [] point) {
        IntentModel model = models.of(language);
        return new Spread(model.version(), model.chances(text, point));
    }
}
