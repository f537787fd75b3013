package dev.aisle.algorithms.privacy.pii;

import java.util.List;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.DomainValidator.Item;
import org.apache.commons.validator.routines.EmailValidator;

/** E-mail addresses: around each at sign the longest stretch that commons-validator takes for an address. */
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
            int start = startOfLocalPart(text, at, free);
            boolean unseen = start < at && ++questions > MOST_QUESTIONS;
            int end = start < at ? endOfDomain(text, behind, text.substring(start, at), unseen) : at;
            if (end > at) {
                found.add(new PiiSpan(PiiType.EMAIL_ADDRESS, start, end));
                free = end;
                at = end - 1;
            }
        }
    }

    /** The place behind an at sign, as it is, full-width or percent-encoded; negative when there is none. */
    private static int behindAtSign(String text, int at) {
        char c = text.charAt(at);
        if (c == '@' || c == '\uFF20') {
            return at + 1;
        }
        return c == '%' && text.startsWith("40", at + 1) ? at + 3 : -1;
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
        return -1;
    }

    private static boolean isInDomain(char c, boolean spaceless) {
        return c == '.' || c == '-' || (Character.isLetterOrDigit(c) && (spaceless || !Characters.isSpaceless(c)));
    }
}
