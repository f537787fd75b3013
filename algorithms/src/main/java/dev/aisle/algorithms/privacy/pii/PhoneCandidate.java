package dev.aisle.algorithms.privacy.pii;

import java.util.regex.Pattern;

/**
 * Groups of digits that may be one telephone number.
 *
 * @param start with the plus sign or bracket before the first group
 * @param end behind the last group
 * @param written as it stands in the text
 * @param digits its digits alone
 * @param groups how many groups of digits
 */
record PhoneCandidate(int start, int end, String written, String digits, int groups) {
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d|\\d[-./])(?:(?:19|20)\\d{2}([-./])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])"
                    + "|(?:0?[1-9]|[12]\\d|3[01])([-./])(?:0?[1-9]|[12]\\d|3[01])\\2(?:19|20)?\\d{2})(?![-./]?\\d)");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,2}\\.\\d+|\\d{1,3}(?:\\.\\d{3})+");
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("(?:1[-. ])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-. ])[2-9]\\d{2}[-. ]\\d{4}");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d([- ]?)\\d{4}\\1\\d{4}");
    private static final Pattern BRACKETED_AREA = Pattern.compile("\\(0?\\d{2,4}\\).*");

    boolean international() {
        return written.startsWith("+") || written.startsWith("(+");
    }

    /** Whether it is written with the prefix that a caller inside the country dials. */
    boolean trunkPrefixed() {
        return digits.startsWith("0") && !digits.startsWith("00");
    }

    boolean grouped() {
        return groups > 1;
    }

    boolean northAmericanStyle() {
        return NORTH_AMERICAN.matcher(written).matches();
    }

    boolean chineseMobileStyle() {
        return CHINESE_MOBILE.matcher(written).matches();
    }

    boolean bracketedArea() {
        return BRACKETED_AREA.matcher(written).matches();
    }

    /** Whether it holds a date, or is a decimal number, or repeats one digit. */
    boolean isPlainlySomethingElse() {
        return DATE.matcher(written).find() || DECIMAL.matcher(written).matches() || CheckDigits.isOneDigit(digits);
    }
}
