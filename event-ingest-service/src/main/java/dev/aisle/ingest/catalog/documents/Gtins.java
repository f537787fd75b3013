package dev.aisle.ingest.catalog.documents;

import java.util.regex.Pattern;

/** Global trade item numbers: 8, 12, 13 or 14 digits, of which the last checks the others. */
final class Gtins {
    private static final Pattern DIGITS = Pattern.compile("\\d{8}|\\d{12,14}");

    private Gtins() {}

    /**
     * Whether the check digit is right.
     *
     * @see <a href="https://www.gs1.org/services/how-calculate-check-digit-manually">GS1: weights 3 and 1 from the right</a>
     */
    static boolean isValid(String gtin) {
        if (!DIGITS.matcher(gtin).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < gtin.length(); i++) {
            int fromRight = gtin.length() - 1 - i;
            sum += (gtin.charAt(i) - '0') * (fromRight % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
