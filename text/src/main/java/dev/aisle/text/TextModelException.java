package dev.aisle.text;

/** A model of texts can't be used here: its native part has no build for this platform, or its file is missing. */
final class TextModelException extends RuntimeException {
    TextModelException(TextModel model, Throwable cause) {
        super("The model " + model.id() + " can't read texts here: " + cause, cause);
    }
}
