package dev.aisle.assistant.conversations.domain;

import dev.aisle.assistant.shared.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the assistant says of its own, in the language of a message. */
public final class Words {
    private static final String BUNDLE = "dev.aisle.assistant.words";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words CHINESE = new Words(Locale.CHINESE);

    private final ResourceBundle texts;
    private final Locale locale;

    private Words(Locale locale) {
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader(), NO_FALLBACK);
        this.locale = locale;
    }

    /** The words of a language. */
    public static Words of(Language language) {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }

    /** Of which language times and numbers are written. */
    public Locale locale() {
        return locale;
    }

    /** A text with what stands in it. Values stand as they are: numbers and times are texts already. */
    public String say(String key, Object... values) {
        return values.length == 0
                ? texts.getString(key).replace("''", "'")
                : new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** Whether there is a text of that key. */
    public boolean knows(String key) {
        return texts.containsKey(key);
    }

    /** A button. */
    public Choice choice(String key) {
        return Choice.of(say(key));
    }
}
