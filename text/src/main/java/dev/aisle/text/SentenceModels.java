package dev.aisle.text;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The models, each loaded when the first text of its language comes. What can't be loaded is told once and stays away. */
@Singleton
public class SentenceModels {
    private static final Logger LOG = Logger.getLogger(SentenceModels.class);

    private final Map<TextModel, Loaded> loaded = new EnumMap<>(TextModel.class);
    private final boolean wanted;

    public SentenceModels(@ConfigProperty(name = "aisle.content.embeddings") boolean wanted) {
        this.wanted = wanted;
    }

    private record Loaded(@Nullable SentenceModel model) {}

    /** The point of a text, of length one; none when the model can't be had. */
    public Optional<float[]> embed(TextModel model, String text) {
        SentenceModel found = wanted ? of(model) : null;
        return found == null ? Optional.empty() : Optional.of(found.embed(text));
    }

    /** Whether points can be had, as far as is known before trying. */
    public synchronized boolean usable(TextModel model) {
        Loaded known = loaded.get(model);
        return wanted && (known == null || known.model() != null);
    }

    private synchronized @Nullable SentenceModel of(TextModel model) {
        return loaded.computeIfAbsent(model, SentenceModels::load).model();
    }

    private static Loaded load(TextModel model) {
        try {
            SentenceModel found = SentenceModel.load(model);
            LOG.infof("The model %s reads texts", model.id());
            return new Loaded(found);
        } catch (TextModelException e) {
            LOG.errorf("%s; products are found by their words only", e.getMessage());
            return new Loaded(null);
        }
    }
}
