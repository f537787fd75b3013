package dev.aisle.recommender.content.store;

import dev.aisle.recommender.content.domain.TextModel;

/** A model of texts can't be used here: its native part has no build for this platform, or its file is missing. */
public final class TextModelException extends RuntimeException {
    TextModelException(TextModel model, Throwable cause) {
        super("The model " + model.id() + " can't read texts here: " + cause, cause);
    }
}
