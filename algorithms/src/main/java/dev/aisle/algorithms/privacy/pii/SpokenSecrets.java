package dev.aisle.algorithms.privacy.pii;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what people give away in a conversation: cards (13 to 19 digits with a right Luhn digit), IBANs (right length of their country, right check digits),
 * e-mail addresses, phone numbers, passwords and one-time codes; in Latin, full-width and Chinese writing. Each becomes a word in brackets, such as {@code [card]}. Order
 * numbers, dates and prices stay.
 */
final class SpokenSecrets {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SECRET = Pattern.compile(
            "(?:password|passwort|passcode|passphrase|\\bpwd|\\bpin(?: ?(?:code|number))?|\\bcv[vc]2?|\\botp"
                    + "|(?:security|verification|one[- ]time|login|confirmation) code)"
                    + "(?: (?:is|was)(?: now)?(?: ?:)?|(?: ?[:=]))\\s*[\"'“‘]?(?<value>\\S{3,64})",
            FLAGS);
    private static final Pattern SECRET_DIGITS =
            Pattern.compile("(?:\\bpin|\\bcv[vc]2?|\\botp)(?: ?(?:code|number))? (?<value>[0-9]{3,8})(?![0-9])", FLAGS);
    private static final Pattern CHINESE_SECRET = Pattern.compile(
            "(?:密码|口令|验证码|安全码|校验码|动态码)\\s*(?:改成|设成|就是|是|为|[:=])?\\s*[\"'“‘]?(?<value>[!-~]{3,64})", FLAGS);
    private static final Pattern EMAIL = Pattern.compile(
            "(?<value>[a-z0-9._%+-]{1,64}(?:@| ?[\\[(] ?at ?[\\])] ?)[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.[a-z]{2,24})",
            FLAGS);
    private static final Pattern IBAN =
            Pattern.compile("(?<![a-z0-9])(?<value>[a-z]{2}[0-9]{2}(?:[ -]?[a-z0-9]){11,30})", FLAGS);
    private static final Pattern CARD = Pattern.compile("(?<![0-9])(?<value>[2-6][0-9 -]{11,30}[0-9])(?![0-9])");
    private static final Pattern PHONE = Pattern.compile(
            // With the country, as in +49 (0)30 123 456.
            "(?<value>(?:(?<![0-9+])\\+[1-9]|(?<![0-9])00[1-9])[0-9 ()/.-]{6,22}[0-9]"
                    // A Chinese mobile.
                    + "|(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])"
                    // An area with a gap: 030 1234567, 0170/1234567, 010-88886666.
                    + "|(?<![0-9.,-])0[1-9][0-9]{1,3} ?[ /-] ?[0-9]{3,8}(?: ?[0-9]{2,5}){0,3}(?![0-9.,-])"
                    // (555) 123-4567
                    + "|(?<![0-9])\\(?[2-9][0-9]{2}\\)?[ .-][0-9]{3}[ .-][0-9]{4}(?![0-9]))");
    private static final Pattern NAMED_PHONE = Pattern.compile(
            "(?:phone|mobile|\\btel|telephone|call me|whats ?app|电话|手机|微信|号码|打给我|联系我)[^0-9\\n]{0,16}(?<value>[0-9][0-9 ()/.-]{5,18}[0-9])(?![0-9])",
            FLAGS);
    private static final Pattern WECHAT =
            Pattern.compile("微信(?:号)?\\s*(?:是|为|[:=])?\\s*(?<value>[a-z][a-z0-9_-]{5,19})(?![a-z0-9_-])", FLAGS);
    /** What is said of a password that isn't told. */
    private static final Set<String> PREDICATES = Set.of(
            "wrong",
            "not",
            "incorrect",
            "invalid",
            "forgotten",
            "lost",
            "expired",
            "too",
            "being",
            "never",
            "always",
            "still",
            "the",
            "reset",
            "changed",
            "correct",
            "required",
            "weak",
            "safe",
            "secure",
            "blocked",
            "locked",
            "rejected",
            "refused",
            "accepted",
            "unknown",
            "gone",
            "missing",
            "needed",
            "working",
            "right",
            "stolen",
            "valid",
            "only",
            "for",
            "that",
            "what",
            "this",
            "already",
            "also",
            "now",
            "sent",
            "falsch",
            "nicht");

    private SpokenSecrets() {}

    /** The text without them; as it is when there are none. */
    static String mask(String text) {
        String masked = replace(text, SECRET, "[secret]", SpokenSecrets::isTold);
        masked = replace(masked, SECRET_DIGITS, "[secret]", _ -> true);
        masked = replace(masked, CHINESE_SECRET, "[secret]", value -> !value.startsWith("["));
        masked = replace(masked, EMAIL, "[e-mail]", _ -> true);
        masked = replaceIbans(masked);
        masked = replace(masked, CARD, "[card]", SpokenSecrets::isCard);
        masked = replace(masked, PHONE, "[phone]", value -> digits(value) >= 8 && digits(value) <= 15);
        masked = replace(masked, NAMED_PHONE, "[phone]", value -> digits(value) >= 7 && digits(value) <= 15);
        return replace(masked, WECHAT, "[account]", _ -> true);
    }

    private static String replace(String text, Pattern pattern, String by, Predicate<String> meant) {
        Matcher matcher = pattern.matcher(narrow(text));
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        while (matcher.find()) {
            if (meant.test(matcher.group("value"))) {
                masked.append(text, copied, matcher.start("value")).append(by);
                copied = matcher.end("value");
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** An IBAN may be followed by a word, so its end is where its country says. */
    private static String replaceIbans(String text) {
        Matcher matcher = IBAN.matcher(narrow(text));
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        int from = 0;
        while (matcher.find(from)) {
            int length = Ibans.lengthOf(matcher.group("value"));
            if (length > 0) {
                masked.append(text, copied, matcher.start()).append("[iban]");
                copied = matcher.start() + length;
                from = copied;
            } else {
                from = matcher.start() + 1;
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** Full-width letters, digits and signs as their usual ones, each in its place. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char at = narrow.charAt(i);
            if (at >= '\uFF01' && at <= '\uFF5E') {
                narrow.setCharAt(i, (char) (at - 0xFEE0));
            } else if (at == '\u3000' || at == '\u00A0' || at == '\u2011' || at == '\u2013') {
                narrow.setCharAt(i, at == '\u3000' || at == '\u00A0' ? ' ' : '-');
            }
        }
        return narrow.toString();
    }

    private static boolean isTold(String value) {
        String word = value.toLowerCase(java.util.Locale.ROOT).replaceAll("[.,;!?\"']+$", "");
        return !PREDICATES.contains(word) && !word.startsWith("[");
    }

    private static boolean isCard(String value) {
        int sum = 0;
        int digits = 0;
        for (int i = value.length() - 1; i >= 0; i--) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                continue;
            }
            int counted = digits % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
            digits++;
        }
        return digits >= 13 && digits <= 19 && sum % 10 == 0;
    }

    private static long digits(String value) {
        return value.chars().filter(at -> at >= '0' && at <= '9').count();
    }
}
