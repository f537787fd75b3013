package dev.aisle.algorithms.privacy.pii;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISBN10CheckDigit;
import org.jspecify.annotations.Nullable;

/** When a candidate counts as a telephone number. */
final class PhoneRules {
    private static final int LEAST_WITH_COUNTRY_CODE = 8;
    private static final int LEAST_OF_TRUNK_PREFIXED = 9;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final List<String> regions;

    PhoneRules(PhoneRegions regions) {
        this.regions = regions.regions();
    }

    boolean isPhone(String text, PhoneCandidate candidate) {
        if (candidate.international()) {
            return isInternational(text, candidate);
        }
        if (isPartOfWord(text, candidate) || candidate.isPlainlySomethingElse()) {
            return false;
        }
        return switch (PhoneContext.of(text, candidate.start(), candidate.end())) {
            case PHONE -> isGivenOut(candidate) || isWithCountryCode(candidate);
            case SOMETHING_ELSE -> candidate.bracketedArea() && isGivenOut(candidate);
            case UNKNOWN -> speaksForItself(candidate) && !isArticle(candidate) && isGivenOut(candidate);
        };
    }

    /** A plus sign is nearly always meant; possible is enough, since ranges are opened all the time. */
    private boolean isInternational(String text, PhoneCandidate candidate) {
        if (candidate.digits().length() < LEAST_WITH_COUNTRY_CODE || !Characters.endsWord(text, candidate.end())) {
            return false;
        }
        PhoneNumber number = parse(candidate.written(), "ZZ");
        return number != null
                && (numbers.isValidNumber(number)
                        || (candidate.grouped()
                                && !candidate.isPlainlySomethingElse()
                                && numbers.isPossibleNumber(number)));
    }

    /** Written in groups with a country code but without the plus sign, or with the prefix 00. */
    private boolean isWithCountryCode(PhoneCandidate candidate) {
        String digits = candidate.digits().startsWith("00") ? candidate.digits().substring(2) : candidate.digits();
        PhoneNumber number = parse("+" + digits, "ZZ");
        return number != null && digits.length() > LEAST_OF_TRUNK_PREFIXED && numbers.isValidNumber(number);
    }

    /** A letter or digit directly before or behind, or a hyphen with a letter before it: "AB-415-555-0132" is an article. */
    private static boolean isPartOfWord(String text, PhoneCandidate candidate) {
        int start = candidate.start();
        boolean hyphenated = start > 1
                && "-/_.#,".indexOf(text.charAt(start - 1)) >= 0
                && Character.isLetterOrDigit(text.charAt(start - 2));
        boolean goesOn = candidate.end() + 1 < text.length()
                && "-/_,".indexOf(text.charAt(candidate.end())) >= 0
                && Character.isLetterOrDigit(text.charAt(candidate.end() + 1));
        return hyphenated
                || goesOn
                || !Characters.beginsWord(text, start)
                || !Characters.endsWord(text, candidate.end());
    }

    /** Writings that are seldom anything else. */
    private boolean speaksForItself(PhoneCandidate candidate) {
        if (candidate.northAmericanStyle() || candidate.chineseMobileStyle()) {
            return true;
        }
        boolean dialled = candidate.trunkPrefixed() && candidate.digits().length() >= LEAST_OF_TRUNK_PREFIXED;
        return candidate.grouped() ? dialled || candidate.bracketedArea() : dialled && isMobile(candidate);
    }

    private boolean isMobile(PhoneCandidate candidate) {
        return isGivenOut(candidate, number -> numbers.getNumberType(number) == PhoneNumberType.MOBILE);
    }

    private boolean isGivenOut(PhoneCandidate candidate) {
        return isGivenOut(candidate, number -> true);
    }

    /** In one of the regions, or in a neighbour that shares its country code. */
    private boolean isGivenOut(PhoneCandidate candidate, Predicate<PhoneNumber> filter) {
        return regions.stream().anyMatch(region -> {
            PhoneNumber number = parse(candidate.written(), region);
            return number != null && numbers.isValidNumber(number) && filter.test(number);
        });
    }

    /** Check digits of books and articles, which a telephone number has by chance only; they are written whole, or as 0-596-00712-4. */
    private static boolean isArticle(PhoneCandidate candidate) {
        String digits = candidate.digits();
        if (candidate.grouped() && Characters.isDigit(candidate.written().charAt(1))) {
            return false;
        }
        return switch (digits.length()) {
            case 10 -> ISBN10CheckDigit.ISBN10_CHECK_DIGIT.isValid(digits);
            case 12, 13 -> EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid("0".repeat(13 - digits.length()) + digits);
            default -> false;
        };
    }

    private @Nullable PhoneNumber parse(String written, String region) {
        try {
            return numbers.parse(written, region);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
