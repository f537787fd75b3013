package dev.aisle.assistant.understanding;

import java.util.regex.Pattern;

/** What is read of a text: its beginning, without marks of HTML and characters that nobody sees. */
public final class ReadableText {
    /** So many UTF-16 units are read; no wish needs more. */
    public static final int MOST = 4_000;

    private static final Pattern TAG = Pattern.compile("<[/!?]?\\p{Alpha}[^<>]{0,500}>");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

    private ReadableText() {}

    /** As long as the text, up to {@value #MOST}: what isn't read becomes spaces, so that places stay the same. */
    public static String of(String text) {
        int end = Math.min(text.length(), MOST);
        String beginning = text.substring(0, end);
        return UNSEEN.matcher(TAG.matcher(beginning)
                        .replaceAll(tag -> " ".repeat(tag.group().length())))
                .replaceAll(unseen -> " ".repeat(unseen.group().length()));
    }

    /** Whether there is anything to read: a letter or a digit. */
    public static boolean empty(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
