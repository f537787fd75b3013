package dev.aisle.assistant.knowledge.domain;

import dev.aisle.assistant.shared.Language;
import java.util.Arrays;
import java.util.Optional;

/**
 * An article in one language.
 *
 * @param id the same in all languages
 */
public record ArticleKey(String id, Language language) {
    /** The language of a locale as articles have it: {@code en} or {@code zh}, without a region. */
    public static Optional<Language> languageOf(String locale) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(locale))
                .findFirst();
    }
}
