package dev.aisle.algorithms.privacy.pii;

import java.util.List;
import java.util.Locale;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** International bank account numbers, whole or in groups; iban4j knows the countries' forms and the check digits (ISO 13616). */
final class IbanRecogniser implements Recogniser {
    private static final int SHORTEST = 15;

    @Override
    public boolean isWorthwhile(Makeup makeup) {
        return makeup.digits() >= 8;
    }

    @Override
    public void find(String text, List<PiiSpan> found) {
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            int end = startsLikeIban(text, at) ? endOf(text, at) : -1;
            if (end > 0) {
                found.add(new PiiSpan(PiiType.IBAN_CODE, at, end));
                at = end - 1;
            }
        }
    }

    private static boolean startsLikeIban(String text, int at) {
        return Characters.isAsciiLetter(text.charAt(at))
                && Characters.isAsciiLetter(text.charAt(at + 1))
                && Characters.isDigit(text.charAt(at + 2))
                && Characters.isDigit(text.charAt(at + 3))
                && Characters.beginsWord(text, at);
    }

    private static int endOf(String text, int at) {
        CountryCode country = countryOf(text.substring(at, at + 2));
        if (country == null || !IbanUtil.isSupportedCountry(country)) {
            return -1;
        }
        int length = IbanUtil.getIbanLength(country);
        StringBuilder iban = new StringBuilder(length);
        int i = at;
        while (i < text.length() && iban.length() < length) {
            char c = text.charAt(i);
            boolean separator = Characters.isSpace(c) || c == '-';
            boolean allowed = separator ? !isSeparator(text.charAt(i - 1)) : isInIban(c);
            if (!allowed) {
                return -1;
            }
            if (!separator) {
                iban.append(c);
            }
            i++;
        }
        boolean whole = iban.length() == length && Characters.endsWord(text, i);
        return whole && isValid(iban.toString()) ? i : -1;
    }

    private static boolean isInIban(char c) {
        return Characters.isDigit(c) || Characters.isAsciiLetter(c);
    }

    private static boolean isSeparator(char c) {
        return Characters.isSpace(c) || c == '-';
    }

    /** Typed in small letters it is one too; a mixture is something else. */
    private static boolean isValid(String iban) {
        String upper = iban.toUpperCase(Locale.ROOT);
        boolean oneCase = iban.equals(upper) || iban.equals(iban.toLowerCase(Locale.ROOT));
        return oneCase && IbanUtil.isValid(upper);
    }

    private static @Nullable CountryCode countryOf(String letters) {
        return CountryCode.getByCode(letters.toUpperCase(Locale.ROOT));
    }
}
