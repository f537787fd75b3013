package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Learns anew when a shop's examples are others than those that the model in use was learned from. Each instance learns by itself: the same examples give the same
 * model, and until it is there the old one serves.
 */
@Singleton
class FollowExamples {
    private static final Logger LOG = Logger.getLogger(FollowExamples.class);

    private final ExampleRepository examples;
    private final CurrentModels models;
    private final TextPoints points;

    FollowExamples(ExampleRepository examples, CurrentModels models, TextPoints points) {
        this.examples = examples;
        this.models = models;
        this.points = points;
    }

    /**
     * Looks once.
     *
     * @throws dev.aisle.platform.storage.StorageException when the examples can't be read
     */
    public synchronized void look() {
        List<OwnExample> own = examples.all();
        for (Language language : Language.values()) {
            List<Example> its = own.stream()
                    .map(OwnExample::example)
                    .filter(one -> one.language() == language)
                    .toList();
            follow(language, its);
        }
    }

    private void follow(Language language, List<Example> own) {
        IntentModel current = models.of(language);
        if (own.isEmpty()) {
            if (current.own() > 0) {
                use(ShippedModels.of(language));
            }
            return;
        }
        List<Example> all = new ArrayList<>(own);
        all.addAll(ShippedExamples.of(language));
        if (current.version().equals(IntentLearner.version(all, points.id(language)))) {
            return;
        }
        List<Example> ordered = IntentLearner.ordered(all);
        float[][] at = points.of(language, ordered.stream().map(Example::text).toList());
        use(IntentLearner.learn(ordered, at, points.id(language), own.size()));
    }

    private void use(IntentModel model) {
        models.use(model);
        LOG.infof(
                "Intents in %s are read by %s now, learned with %d examples of the shop",
                model.language().tag(), model.version(), model.own());
    }
}
