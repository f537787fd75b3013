package dev.aisle.text;

import java.util.Locale;

/** The models that turn a text into a point; each has a space of its own, and between the two nothing can be compared. */
public enum TextModel {
    /** Mean of the tokens. */
    ENGLISH("all-minilm-l6-v2-q", 384, false, 0.30f),
    /** The first token. */
    CHINESE("bge-small-zh-v1.5-q", 512, true, 0.50f);

    /** So many of a text's letters must be Han for the Chinese model. */
    private static final double HAN_SHARE = 0.3;

    private final String id;
    private final int dimension;
    private final boolean firstToken;
    private final float floor;

    TextModel(String id, int dimension, boolean firstToken, float floor) {
        this.id = id;
        this.dimension = dimension;
        this.firstToken = firstToken;
        this.floor = floor;
    }

    /** The model of a text: the Chinese one when Han characters are {@value #HAN_SHARE} of its letters or more. */
    public static TextModel of(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long han = text.codePoints().filter(TextModel::isHan).count();
        return letters > 0 && han >= HAN_SHARE * letters ? CHINESE : ENGLISH;
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** Whether texts of a language are the model's own. */
    public boolean speaks(String languageTag) {
        return Locale.forLanguageTag(languageTag).getLanguage().equals(this == CHINESE ? "zh" : "en");
    }

    /** Names the model and its version in the table of vectors. */
    public String id() {
        return id;
    }

    /** Numbers of a point. */
    public int dimension() {
        return dimension;
    }

    /** Whether the first token stands for the text; else the mean of all does. */
    public boolean firstToken() {
        return firstToken;
    }

    /** The cosine under which a product doesn't answer a question; seen on titles, see docs/search.md. */
    public float floor() {
        return floor;
    }
}
