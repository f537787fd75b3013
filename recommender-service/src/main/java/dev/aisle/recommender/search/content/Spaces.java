package dev.aisle.recommender.search.content;

import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The space of each model. */
@Singleton
public class Spaces {
    private final Map<TextModel, Space> spaces = new EnumMap<>(TextModel.class);

    Spaces() {
        for (TextModel model : TextModel.values()) {
            spaces.put(model, new Space(model.dimension()));
        }
    }

    /** The space of a model. */
    public Space of(TextModel model) {
        return Objects.requireNonNull(spaces.get(model));
    }

    /** All of them. */
    Collection<Space> all() {
        return spaces.values();
    }
}
