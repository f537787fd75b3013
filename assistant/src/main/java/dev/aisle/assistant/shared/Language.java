package dev.aisle.assistant.shared;

/** A language that the assistant speaks. Articles, models and words of one are never used for the other. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in requests and tables. */
    public String tag() {
        return tag;
    }
}
