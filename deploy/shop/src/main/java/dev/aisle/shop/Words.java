package dev.aisle.shop;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;

/** The shop's own texts in one language. */
final class Words {
    private final Language language;
    private final Properties texts = new Properties();

    Words(Language language) {
        this.language = language;
        String name = "words_" + language.tag() + ".properties";
        try (var file = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /**
     * A text with its {0}, {1} … filled.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    String of(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + key + " in " + language.title() + ".");
        }
        return values.length == 0 ? text : new MessageFormat(text, language.locale()).format(values);
    }

    Language language() {
        return language;
    }
}
