package dev.aisle.profile.segments.domain.language;

/**
 * A word, number, text or sign of the text form.
 *
 * @param text as it stands there; of a text what it says
 * @param offset of its first character
 */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    /** How it is named in a message. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a text";
            default -> JsonPlace.shown(text).contains("?") ? "this" : text;
        };
    }
}
