package dev.aisle.campaign.offers.coupons;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A code as it is compared: upper case, without blanks and hyphens. A drawn one has 15 random symbols of 31 (74 bits) and a check symbol, which
 * a wrong symbol or two in the wrong order never pass: the weighted sum modulo the prime 31 of all 16 is 0.
 *
 * @see <a href="https://www.iso.org/standard/31531.html">ISO/IEC 7064</a> for the kind of check
 */
public record CouponCode(String text) {
    /** Letters and digits without I, L, O, 0 and 1. */
    static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final Pattern WRITTEN = Pattern.compile("[A-Z0-9]{3,32}");

    /** The code that somebody typed; empty when it can't be one. */
    public static Optional<CouponCode> typed(String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return WRITTEN.matcher(plain).matches() ? Optional.of(new CouponCode(plain)) : Optional.empty();
    }

    /** Draws one that nobody can guess, as long as nobody can guess the generator. */
    public static CouponCode draw(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        int sum = 0;
        for (int n = 0; n < LENGTH - 1; n++) {
            int symbol = random.nextInt(SYMBOLS.length());
            code.append(SYMBOLS.charAt(symbol));
            sum += weight(n) * symbol;
        }
        // The last weight is 1.
        code.append(SYMBOLS.charAt(Math.floorMod(-sum, SYMBOLS.length())));
        return new CouponCode(code.toString());
    }

    /** Whether it is a drawn one without a typing mistake. */
    public boolean checks() {
        int sum = 0;
        for (int n = 0; n < text.length(); n++) {
            int symbol = SYMBOLS.indexOf(text.charAt(n));
            if (symbol < 0) {
                return false;
            }
            sum += weight(n) * symbol;
        }
        return text.length() == LENGTH && sum % SYMBOLS.length() == 0;
    }

    private static int weight(int place) {
        return LENGTH - place;
    }

    /** {@code ABCD-EFGH-JKMN-PQRS}: as a person reads and types it; a code of another length in one piece. */
    public String readable() {
        return text.length() == LENGTH ? text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-") : text;
    }

    /** What is kept of it. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Not the code: it is as good as money. */
    @Override
    public String toString() {
        return "CouponCode[…]";
    }
}
