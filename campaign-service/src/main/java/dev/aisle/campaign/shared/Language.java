package dev.aisle.campaign.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that campaigns and reasons are written in. */
public enum Language {
    EN,
    ZH;

    /** The language for a BCP 47 tag: Chinese for every {@code zh-…}, English for everything else. */
    public static Language of(@Nullable String tag) {
        return tag != null && Locale.forLanguageTag(tag).getLanguage().equals("zh") ? ZH : EN;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return this == ZH ? "zh" : "en";
    }
}
