package dev.aisle.platform.console;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import org.jspecify.annotations.Nullable;

/** {@code {t:said(text)}} in templates: a text of the API in the page's language. Templates use the tag {@code told}, which folds the original beside it. */
@TemplateExtension(namespace = "t")
public final class SentencesInTemplates {
    private SentencesInTemplates() {}

    public static Said said(
            @Nullable Object english, @TemplateAttribute(WordsInTemplates.ATTRIBUTE) @Nullable Object words) {
        return Sentences.said(english, Words.given(words).language());
    }

    /** The text alone, for places that hold nothing else. */
    public static String text(
            @Nullable Object english, @TemplateAttribute(WordsInTemplates.ATTRIBUTE) @Nullable Object words) {
        return said(english, words).text();
    }
}
