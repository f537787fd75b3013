package dev.aisle.algorithms.privacy.pii;

/**
 * Which characters a text is made of: what one cheap pass shows before anything is looked for.
 *
 * @param digits how many decimal digits
 * @param dots how many full stops
 * @param colons how many colons
 * @param hyphens how many hyphens
 * @param at whether there is an at sign, also a percent-encoded one or a bracket that may hold "at"
 * @param word the length of the longest run of letters and digits that holds a digit
 */
record Makeup(int digits, int dots, int colons, int hyphens, boolean at, int word) {
    static Makeup of(String text) {
        int digits = 0;
        int dots = 0;
        int colons = 0;
        int hyphens = 0;
        boolean at = false;
        int run = 0;
        int digitsBeforeRun = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c) || Characters.isAsciiLetter(c)) {
                digits += Characters.isDigit(c) ? 1 : 0;
                run++;
                continue;
            }
            word = digits > digitsBeforeRun ? Math.max(word, run) : word;
            digitsBeforeRun = digits;
            run = 0;
            switch (c) {
                case '.' -> dots++;
                case ':' -> colons++;
                case '-' -> hyphens++;
                case '@' -> at = true;
                case '(', '[' -> at |= EmailRecogniser.behindSpokenAtSign(text, i) > 0;
                case '%' -> at |= text.startsWith("40", i + 1);
                default -> {}
            }
        }
        return new Makeup(digits, dots, colons, hyphens, at, digits > digitsBeforeRun ? Math.max(word, run) : word);
    }
}
