package dev.aisle.platform.console;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import org.jspecify.annotations.Nullable;

/** {@code {w:key}}, {@code {w:key(value)}}, {@code {w:say(key)}} and {@code {w:named(prefix, name)}} in templates: see {@link Words}. */
@TemplateExtension(namespace = "w", matchName = TemplateExtension.ANY)
public final class WordsInTemplates {
    /** The attribute of a template in which its words are. */
    static final String ATTRIBUTE = "words";

    private static final String SAY = "say";
    private static final String NAMED = "named";

    private WordsInTemplates() {}

    public static String word(String key, @TemplateAttribute(ATTRIBUTE) @Nullable Object words) {
        return Words.given(words).say(key);
    }

    public static String word(
            String key, @Nullable Object value, @TemplateAttribute(ATTRIBUTE) @Nullable Object words) {
        return SAY.equals(key)
                ? Words.given(words).say(String.valueOf(value))
                : Words.given(words).say(key, value);
    }

    public static String word(
            String key,
            @Nullable Object first,
            @Nullable Object second,
            @TemplateAttribute(ATTRIBUTE) @Nullable Object words) {
        return switch (key) {
            case SAY -> Words.given(words).say(String.valueOf(first), second);
            case NAMED -> Words.given(words).named(String.valueOf(first), String.valueOf(second));
            default -> Words.given(words).say(key, first, second);
        };
    }
}
