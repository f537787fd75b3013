package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Basket.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A code for a basket.
 *
 * @param code as it was typed
 * @param subject a pseudonym; {@code null} for somebody who isn't signed in
 * @param others ids of coupons that are used in the same basket
 * @param alreadyOff what those take off the products, minor units
 */
public record UseRequest(
        String code,
        @Nullable String subject,
        String currency,
        List<Line> lines,
        long shipping,
        long alreadyOff,
        List<String> others) {
    public UseRequest {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /** The same request has the same one; nothing can be read from it. */
    String fingerprint() {
        StringBuilder text = new StringBuilder();
        List.of(code, String.valueOf(subject), currency, shipping + "/" + alreadyOff, String.join("\n", others))
                .forEach(part -> text.append(part.length()).append(':').append(part));
        lines.forEach(line -> text.append('\n')
                .append(line.productId())
                .append('\t')
                .append(new TreeSet<>(line.categories()))
                .append('\t')
                .append(line.quantity())
                .append('\t')
                .append(line.price()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
