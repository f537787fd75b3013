package dev.aisle.assistant.conversations.domain;

import org.jspecify.annotations.Nullable;

/** A shopper's text as it came. */
public sealed interface ReceivedText {
    /** In UTF-16 units. */
    int LONGEST = 4_000;

    /** One that can be read: without control characters, of at least one visible one. */
    record Legible(String text) implements ReceivedText {
        /** Whether there is a letter or a digit in it; emoji say little. */
        public boolean hasWords() {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }

        /** Whether most letters are of a script that the assistant reads. */
        public boolean isOfKnownScript() {
            long letters = text.codePoints().filter(Character::isLetter).count();
            long known = text.codePoints().filter(ReceivedText::known).count();
            return letters == 0 || known * 2 >= letters;
        }
    }

    /** Nothing that can be seen. */
    record Empty() implements ReceivedText {}

    /** More than {@link #LONGEST}. */
    record TooLong(int length) implements ReceivedText {}

    /** What a text is. Null characters and other control characters become blanks: no shopper types them, and no database takes them all. */
    static ReceivedText of(@Nullable String raw) {
        if (raw == null) {
            return new Empty();
        }
        if (raw.length() > LONGEST) {
            return new TooLong(raw.length());
        }
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> text.appendCodePoint(visible(point) ? point : ' '));
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? new Empty() : new Legible(stripped);
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> point == 0x200D;
            default -> true;
        };
    }

    private static boolean known(int point) {
        if (!Character.isLetter(point)) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.HAN;
    }
}
