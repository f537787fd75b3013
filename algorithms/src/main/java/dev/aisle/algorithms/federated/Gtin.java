package dev.aisle.algorithms.federated;

import java.util.Optional;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.ModulusTenCheckDigit;

/**
 * The number under which a product is traded everywhere: GTIN-8, -12 (UPC), -13 (EAN) and -14 in one form.
 *
 * @param digits fourteen, the last of which is the check digit; shorter numbers are filled with zeros from the left
 * @see <a href="https://www.gs1.org/standards/barcodes-epcrfid-id-keys/gs1-general-specifications">GS1 General Specifications</a>
 */
public record Gtin(String digits) {
    /** Weights from the right, so that one rule serves every length. */
    private static final CheckDigit CHECK_DIGIT = new ModulusTenCheckDigit(new int[] {1, 3}, true);

    private static final int LENGTH = 14;
    private static final Set<Integer> LENGTHS = Set.of(8, 12, 13, LENGTH);

    /** Reads a number; blanks and hyphens between digits are passed over. Empty when it is none, or its check digit is wrong. */
    public static Optional<Gtin> of(String text) {
        String digits = text.replace(" ", "").replace("-", "");
        boolean numeric = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean nothing = digits.chars().allMatch(c -> c == '0');
        if (!numeric || nothing || !LENGTHS.contains(digits.length())) {
            return Optional.empty();
        }
        return CHECK_DIGIT.isValid(digits)
                ? Optional.of(new Gtin("0".repeat(LENGTH - digits.length()) + digits))
                : Optional.empty();
    }
}
