package dev.aisle.algorithms.privacy.pii;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.DomainValidator.Item;
import org.apache.commons.validator.routines.EmailValidator;

/** E-mail addresses: around each at sign the longest stretch that commons-validator takes for an address, else one that looks like it. */
final class EmailRecogniser implements Recogniser {
    /** Names that RFC 2606, RFC 6762 and habit reserve: no public address ends so, but those of a company's own network do. */
    private static final List<Item> PRIVATE_ENDINGS = List.of(new Item(
            ArrayType.GENERIC_PLUS,
            "example",
            "test",
            "invalid",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "corp",
            "home",
            "lan"));

    private static final Pattern MISTYPED = Pattern.compile(
            "(?![0-9]x\\.)[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.[a-z]{2,24}(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final String IN_LOCAL_PART = ".!#$%*+-^_'~";
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    /** Of one text; whoever writes more at signs than that into one has what surrounds the rest masked unseen. */
    private static final int MOST_QUESTIONS = 64;

    private final EmailValidator validator =
            new EmailValidator(false, false, DomainValidator.getInstance(false, PRIVATE_ENDINGS));

    @Override
    public boolean isWorthwhile(Makeup makeup) {
        return makeup.at();
    }

    @Override
    public void find(String text, List<PiiSpan> found) {
        int free = 0;
        int questions = 0;
        for (int at = 0; at < text.length(); at++) {
            int behind = behindAtSign(text, at);
            if (behind < 0) {
                continue;
            }
            boolean spoken = text.charAt(at) == '(' || text.charAt(at) == '[';
            int local = spoken && at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
            int start = startOfLocalPart(text, local, free);
            boolean unseen = start < local && ++questions > MOST_QUESTIONS;
            int end = start < local ? endOfDomain(text, behind, text.substring(start, local), unseen) : at;
            if (end > at) {
                found.add(new PiiSpan(PiiType.EMAIL_ADDRESS, start, end));
                free = end;
                at = end - 1;
            }
        }
    }

    /** The place behind an at sign, as it is, percent-encoded or as (at); negative when there is none. */
    private static int behindAtSign(String text, int at) {
        return switch (text.charAt(at)) {
            case '@' -> at + 1;
            case '%' -> text.startsWith("40", at + 1) ? at + 3 : -1;
            case '(', '[' -> behindSpokenAtSign(text, at);
            default -> -1;
        };
    }

    /** The place behind (at), [at] or ( at ), with a space; negative when that bracket begins none. */
    static int behindSpokenAtSign(String text, int bracket) {
        int word = text.startsWith(" ", bracket + 1) ? bracket + 2 : bracket + 1;
        int close = text.startsWith(" ", word + 2) ? word + 3 : word + 2;
        char wanted = text.charAt(bracket) == '(' ? ')' : ']';
        if (!text.regionMatches(true, word, "at", 0, 2) || close >= text.length() || text.charAt(close) != wanted) {
            return -1;
        }
        return text.startsWith(" ", close + 1) ? close + 2 : close + 1;
    }

    private static int startOfLocalPart(String text, int at, int free) {
        int least = Math.max(free, at - LONGEST_LOCAL_PART);
        if (at > least && text.charAt(at - 1) == '"') {
            int quote = text.lastIndexOf('"', at - 2);
            return quote >= least ? quote : at;
        }
        // "write to 张三@例子.公司", but "写信给jane@x.org" as well: the last character says which script the address is in.
        boolean spaceless = at > least && Characters.isSpaceless(text.charAt(at - 1));
        int start = at;
        while (start > least && isInLocalPart(text.charAt(start - 1), spaceless)) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        return start;
    }

    private static boolean isInLocalPart(char c, boolean spaceless) {
        return IN_LOCAL_PART.indexOf(c) >= 0
                || (Character.isLetterOrDigit(c) && (spaceless || !Characters.isSpaceless(c)))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The end of the longest domain; {@code behind - 1} or less when there is none. What follows a full stop may be the next sentence. */
    private int endOfDomain(String text, int behind, String localPart, boolean unseen) {
        int end = behind;
        boolean spaceless = behind < text.length() && Characters.isSpaceless(text.charAt(behind));
        while (end < text.length() && end - behind < LONGEST_DOMAIN && isInDomain(text.charAt(end), spaceless)) {
            end++;
        }
        while (end > behind) {
            if (unseen || validator.isValid(localPart + "@" + text.substring(behind, end))) {
                return end;
            }
            end = Math.max(behind, Math.max(text.lastIndexOf('.', end - 1), text.lastIndexOf('-', end - 1)));
        }
        return endOfMistyped(text, behind);
    }

    /** jane@gmail.con is an address too, logo@2x.png is none. */
    private static int endOfMistyped(String text, int behind) {
        Matcher domain = MISTYPED.matcher(text).region(behind, text.length());
        return domain.lookingAt() ? domain.end() : -1;
    }

    private static boolean isInDomain(char c, boolean spaceless) {
        return c == '.' || c == '-' || (Character.isLetterOrDigit(c) && (spaceless || !Characters.isSpaceless(c)));
    }
}
