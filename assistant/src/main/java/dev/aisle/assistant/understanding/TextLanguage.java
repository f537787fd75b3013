package dev.aisle.assistant.understanding;

import dev.aisle.assistant.shared.Language;
import java.util.regex.Pattern;

/**
 * The language of a text: Chinese when it has as many Chinese words as Latin ones, a word of Chinese taken as {@value #CHARACTERS} characters.
 *
 * @param language the likelier of the two
 * @param foreign whether most letters belong to neither of them
 */
public record TextLanguage(Language language, boolean foreign) {
    private static final double CHARACTERS = 1.7;
    private static final Pattern LATIN_WORD =
            Pattern.compile("[\\p{IsLatin}\\p{M}'’]*\\p{IsLatin}[\\p{IsLatin}\\p{M}'’]*");

    /** The language of a text; English when it has no letters. */
    public static TextLanguage of(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long han = text.codePoints().filter(Character::isIdeographic).count();
        long latin = text.codePoints()
                .filter(point ->
                        Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                .count();
        long kana = text.codePoints().filter(TextLanguage::isKana).count();
        long words = LATIN_WORD.matcher(text).results().count();
        Language language = han > 0 && han / CHARACTERS >= words ? Language.CHINESE : Language.ENGLISH;
        return new TextLanguage(language, letters > 0 && (2 * (han + latin) < letters || 4 * kana > letters));
    }

    /** A text with a good share of kana is Japanese, however many Han characters it has. */
    private static boolean isKana(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }
}
