package dev.aisle.algorithms.privacy.pii;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * International bank account numbers: the length is their country's, and the remainder of the whole by 97 is 1.
 *
 * @see <a href="https://www.swift.com/standards/data-standards/iban-international-bank-account-number">ISO 13616 registry</a>
 */
final class Ibans {
    private static final String LENGTHS =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29"
                    + "ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25"
                    + "MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24"
                    + "TR26UA29VA22VG24XK20";
    private static final int ENTRY = 4;
    private static final Map<String, Integer> LENGTH = lengths();

    private Ibans() {}

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < LENGTHS.length(); i += ENTRY) {
            lengths.put(LENGTHS.substring(i, i + 2), Integer.parseInt(LENGTHS.substring(i + 2, i + ENTRY)));
        }
        return Map.copyOf(lengths);
    }

    /** How many characters of a text that begins like one belong to it, with blanks and hyphens; 0 when it is none. */
    static int lengthOf(String text) {
        Integer wanted = LENGTH.get(text.substring(0, 2).toUpperCase(Locale.ROOT));
        StringBuilder number = new StringBuilder();
        int end = 0;
        while (wanted != null && end < text.length() && number.length() < wanted) {
            char at = text.charAt(end);
            if (at != ' ' && at != '-') {
                number.append(Character.toUpperCase(at));
            }
            end++;
        }
        return wanted != null
                        && number.length() == wanted
                        && remainder(number.substring(ENTRY) + number.substring(0, ENTRY)) == 1
                ? end
                : 0;
    }

    private static int remainder(String rearranged) {
        int remainder = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), 36);
            remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
        }
        return remainder;
    }
}
