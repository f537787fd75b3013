package dev.aisle.algorithms.privacy.pii;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what people give away in a conversation and no form shows: passwords, one-time codes, accounts, and telephone numbers that an event's texts are
 * full of look-alikes of. Each becomes a word in brackets, such as {@code [secret]}; what has a form of its own is found by {@link PiiDetector}.
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

    /** Takes out passwords and one-time codes; first of all, for a password may hold anything. */
    static String maskCodes(String text) {
        String masked = replace(text, SECRET, "[secret]", SpokenSecrets::isTold);
        masked = replace(masked, SECRET_DIGITS, "[secret]", _ -> true);
        return replace(masked, CHINESE_SECRET, "[secret]", value -> !value.startsWith("["));
    }

    /** Takes out phone numbers that only a conversation makes likely, and accounts that are named as such; last of all. */
    static String maskNumbers(String text) {
        String masked = replace(text, PHONE, "[phone]", value -> digits(value) >= 8 && digits(value) <= 15);
        masked = replace(masked, NAMED_PHONE, "[phone]", value -> digits(value) >= 7 && digits(value) <= 15);
        return replace(masked, WECHAT, "[account]", _ -> true);
    }

    private static String replace(String text, Pattern pattern, String by, Predicate<String> meant) {
        PlainText plain = PlainText.of(text);
        Matcher matcher = pattern.matcher(plain.text());
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        while (matcher.find()) {
            if (meant.test(matcher.group("value"))) {
                masked.append(text, copied, plain.placeOf(matcher.start("value")))
                        .append(by);
                copied = plain.placeOf(matcher.end("value"));
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private static boolean isTold(String value) {
        String word = value.toLowerCase(java.util.Locale.ROOT).replaceAll("[.,;!?\"']+$", "");
        return !PREDICATES.contains(word) && !word.startsWith("[");
    }

    private static long digits(String value) {
        return value.chars().filter(at -> at >= '0' && at <= '9').count();
    }
}
