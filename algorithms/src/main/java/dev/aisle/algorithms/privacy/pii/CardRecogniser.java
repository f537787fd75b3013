package dev.aisle.algorithms.privacy.pii;

import java.util.List;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.CreditCardValidator.CreditCardRange;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;

/** Payment cards: a known issuer's range, its length, and Luhn's check digit. */
final class CardRecogniser implements Recogniser {
    private static final String BETWEEN = " -./\t";
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int FOUR = 4;
    private static final int SMALLEST = 3;

    /** Ranges of ISO/IEC 7812 as the schemes publish them. */
    private static final CreditCardValidator CARDS = new CreditCardValidator(new CreditCardRange[] {
        new CreditCardRange("4", null, new int[] {13, 16, 19}), // Visa
        new CreditCardRange("51", "55", 16, 16), // Mastercard
        new CreditCardRange("2221", "2720", 16, 16), // Mastercard
        new CreditCardRange("34", null, 15, 15), // American Express
        new CreditCardRange("37", null, 15, 15), // American Express
        new CreditCardRange("300", "305", 14, 19), // Diners Club
        new CreditCardRange("3095", null, 14, 19), // Diners Club
        new CreditCardRange("36", null, 14, 19), // Diners Club
        new CreditCardRange("38", "39", 14, 19), // Diners Club
        new CreditCardRange("3528", "3589", 16, 19), // JCB
        new CreditCardRange("1", null, 15, 15), // UATP
        new CreditCardRange("2200", "2205", 16, 19), // Mir
        new CreditCardRange("50", null, 16, 19), // Maestro, Dankort, Elo
        new CreditCardRange("56", "58", 16, 19), // Maestro
        new CreditCardRange("6", null, 16, 19), // Discover, UnionPay, Maestro, RuPay, Elo, InstaPayment
        new CreditCardRange("81", "82", 16, 19), // RuPay
        new CreditCardRange("8600", null, 16, 16), // Uzcard
        new CreditCardRange("9860", null, 16, 16), // Humo
        new CreditCardRange("9792", null, 16, 16), // Troy
    });

    @Override
    public boolean isWorthwhile(Makeup makeup) {
        return makeup.digits() >= SHORTEST;
    }

    @Override
    public void find(String text, List<PiiSpan> found) {
        for (DigitGroups groups : DigitGroups.of(text, BETWEEN)) {
            for (int first = 0; first < groups.count(); first++) {
                int last = lastOfCard(groups, first);
                if (last >= first) {
                    found.add(new PiiSpan(PiiType.CREDIT_CARD, groups.start(first), groups.end(last)));
                    first = last;
                }
            }
        }
    }

    /** The last group of the longest card that begins with that group; −1 when none does. */
    private static int lastOfCard(DigitGroups groups, int first) {
        int start = groups.start(first);
        boolean telephone = groups.text().startsWith("+", start - 1);
        if (telephone || isPartOfCode(groups.text(), start - 1) || isFraction(groups, first)) {
            return -1;
        }
        int best = -1;
        for (int last = first; last < groups.count() && groups.digits(first, last) <= LONGEST; last++) {
            if (isCard(groups, first, last)) {
                best = last;
            }
        }
        return best;
    }

    /** Digits behind a decimal point are no number of their own. */
    private static boolean isFraction(DigitGroups groups, int first) {
        int start = groups.start(first);
        return start > 1
                && ".,".indexOf(groups.text().charAt(start - 1)) >= 0
                && Characters.isDigit(groups.text().charAt(start - 2));
    }

    private static boolean isCard(DigitGroups groups, int first, int last) {
        if (groups.digits(first, last) < SHORTEST
                || isPartOfCode(groups.text(), groups.end(last))
                || !isWrittenLikeCard(groups, first, last)) {
            return false;
        }
        String digits = groups.join(first, last);
        // Articles have numbers of thirteen digits too, and one in ten meets Luhn's rule by chance.
        boolean article = digits.length() == SHORTEST && EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(digits);
        return !article && CARDS.isValid(digits);
    }

    /** Whether a number beside this character is part of a code: SKU4111…, but not card4111… and not 4111…exp. */
    private static boolean isPartOfCode(String text, int beside) {
        boolean word = beside >= 0 && beside < text.length() && Characters.continuesWord(text.charAt(beside));
        return word && !Character.isLowerCase(text.charAt(beside));
    }

    /**
     * Not grouped; in fours, with whatever between them; or in any groups with one and the same between them. Groups of one or two digits that only grow are sizes (36
     * 37 38 39), and slashes part the steps of a path.
     */
    private static boolean isWrittenLikeCard(DigitGroups groups, int first, int last) {
        boolean fours = true;
        boolean same = true;
        boolean small = false;
        boolean growing = true;
        for (int group = first; group < last; group++) {
            fours &= groups.length(group) == FOUR;
            same &= groups.gapBehind(group).equals(groups.gapBehind(first))
                    && groups.gapBehind(group).indexOf('/') < 0;
            small |= groups.length(group) < SMALLEST || groups.length(group + 1) < SMALLEST;
            growing &= groups.isLess(group, group + 1);
        }
        return first == last || (fours && groups.length(last) <= FOUR) || (same && !(small && growing));
    }
}
