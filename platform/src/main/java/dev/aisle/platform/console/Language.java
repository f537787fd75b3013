package dev.aisle.platform.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the consoles. */
public enum Language {
    EN("en", "English", Locale.UK),
    ZH("zh", "中文", Locale.SIMPLIFIED_CHINESE);

    static final String COOKIE = "aisle_language";

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** The value of {@code lang} in a page. */
    public String tag() {
        return tag;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** How numbers and times are written. */
    public Locale locale() {
        return locale;
    }

    /** The chosen one, else the first of the browser that there is, else English. */
    static Language of(@Nullable String chosen, List<Locale> accepted) {
        for (Language language : values()) {
            if (language.tag.equals(chosen)) {
                return language;
            }
        }
        for (Locale wanted : accepted) {
            for (Language language : values()) {
                if (language.tag.equals(wanted.getLanguage())) {
                    return language;
                }
            }
        }
        return EN;
    }
}
