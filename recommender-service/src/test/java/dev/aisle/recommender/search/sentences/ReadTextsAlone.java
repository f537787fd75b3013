package dev.aisle.recommender.search.sentences;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The models without the service. */
public final class ReadTextsAlone {
    private static final Map<TextModel, SentenceModel> LOADED = new ConcurrentHashMap<>();

    private ReadTextsAlone() {}

    public static float[] embed(TextModel model, String text) {
        return LOADED.computeIfAbsent(model, SentenceModel::load).embed(text);
    }
}
