package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The points of texts by the sentence model of a language. */
@Singleton
public class TextPoints {
    private final SentenceModels models;

    public TextPoints(SentenceModels models) {
        this.models = models;
    }

    /** The point of a text; none when the model can't be had. */
    public Optional<float[]> of(Language language, String text) {
        return models.embed(model(language), text);
    }

    /** The points of texts in their order; {@code null} when the model can't be had. */
    public float @Nullable [][] of(Language language, List<String> texts) {
        float[][] points = new float[texts.size()][];
        for (int n = 0; n < points.length; n++) {
            Optional<float[]> point = of(language, texts.get(n));
            if (point.isEmpty()) {
                return null;
            }
            points[n] = point.get();
        }
        return points;
    }

    /** Names the model of a language; empty when it can't be had. */
    public String id(Language language) {
        return models.usable(model(language)) ? model(language).id() : "";
    }

    private static TextModel model(Language language) {
        return switch (language) {
            case ENGLISH -> TextModel.ENGLISH;
            case CHINESE -> TextModel.CHINESE;
        };
    }
}
