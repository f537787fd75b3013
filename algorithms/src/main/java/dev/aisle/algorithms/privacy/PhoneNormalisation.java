package dev.aisle.algorithms.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one form of telephone numbers: E.164. */
final class PhoneNormalisation {
    private static final Pattern WITH_REGION = Pattern.compile("(.*)\\[([A-Z]{2})]\\s*");
    private static final String NO_REGION = "ZZ";
    private static final int LONGEST = 64;

    private PhoneNormalisation() {}

    static String e164(String raw) {
        if (raw.length() > LONGEST) {
            throw invalid();
        }
        Matcher region = WITH_REGION.matcher(raw);
        return region.matches() ? e164(region.group(1), region.group(2)) : e164(raw, NO_REGION);
    }

    private static String e164(String number, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = numbers.parse(number, region);
            // Possible, not valid: ranges are opened and closed all the time, and a number must not change its
            // pseudonym by that.
            if (!numbers.isPossibleNumber(parsed)) {
                throw invalid();
            }
            return numbers.format(parsed, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw invalid();
        }
    }

    private static InvalidIdentifierException invalid() {
        return new InvalidIdentifierException(
                "phone: expected an international number, +14155550132, or a national one with its region, (415) 555-0132 [US]");
    }
}
