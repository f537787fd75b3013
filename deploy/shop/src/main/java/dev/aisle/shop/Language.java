package dev.aisle.shop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the shop; the first part of a page's path. */
enum Language {
    EN("en", "English", Locale.UK),
    ZH("zh", "中文", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final String title;
    private final Locale locale;

    Language(String tag, String title, Locale locale) {
        this.tag = tag;
        this.title = title;
        this.locale = locale;
    }

    static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** What a browser prefers, by its header Accept-Language. */
    static Language preferred(String header) {
        int chinese = header.toLowerCase(Locale.ROOT).indexOf("zh");
        int english = header.toLowerCase(Locale.ROOT).indexOf("en");
        return chinese >= 0 && (english < 0 || chinese < english) ? ZH : EN;
    }

    String tag() {
        return tag;
    }

    String title() {
        return title;
    }

    Locale locale() {
        return locale;
    }

    Language other() {
        return this == EN ? ZH : EN;
    }
}
