package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The models that the build learned from the shipped examples, beside the class: {@code intents-en.model}, {@code intents-zh.model}. */
final class ShippedModels {
    private ShippedModels() {}

    /** The file of a language. */
    public static String name(Language language) {
        return "intents-" + language.tag() + ".model";
    }

    /** That of a language. */
    public static IntentModel of(Language language) {
        try (InputStream in = ShippedModels.class.getResourceAsStream(name(language))) {
            if (in == null) {
                throw new IllegalStateException(name(language) + " is not beside the class; the build makes it");
            }
            return IntentModel.read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(name(language) + " can't be read", e);
        }
    }
}
