package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import dev.aisle.contracts.Keeps;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models in use, one a language; another one takes a model's place at once. */
@Singleton
@Keeps(ofNobody = "models of intents")
public class CurrentModels {
    private final Map<Language, IntentModel> models = new ConcurrentHashMap<>(
            Stream.of(Language.values()).collect(Collectors.toMap(language -> language, ShippedModels::of)));

    /** That of a language. */
    public IntentModel of(Language language) {
        IntentModel model = models.get(language);
        if (model == null) {
            throw new IllegalStateException("There is a model of each language");
        }
        return model;
    }

    void use(IntentModel model) {
        models.put(model.language(), model);
    }
}
