package dev.aisle.assistant.outside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts texts into sentences, of either language. */
final class Sentences {
    /** After a full stop that isn't within a number, any other end of a sentence, or a line. */
    private static final Pattern END =
            Pattern.compile("(?<=[.!?;])(?=\\s|$)|(?<=[。！？；])|(?<=[.!?])(?=\\p{IsHan})|[\\r\\n\\u2028\\u2029]+");

    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*•·–]\\s*|\\(?\\d{1,2}[.)、]\\s+)");

    private static final Pattern BETWEEN_CLAUSES =
            Pattern.compile("(?<!\\d),|,(?!\\d)|[，、：:()（）]|\\b(?:but|whereas|while|although|however)\\b|但是?|而且|不过|然而");

    private Sentences() {}

    /** The parts of a sentence that say something by themselves; the whole when it has none. */
    static List<String> clauses(String sentence) {
        return Arrays.stream(BETWEEN_CLAUSES.split(sentence, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** In the order of the text, without blanks around them. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String piece : END.split(text, -1)) {
            String sentence = LIST_MARK.matcher(piece.strip()).replaceFirst("").strip();
            if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
