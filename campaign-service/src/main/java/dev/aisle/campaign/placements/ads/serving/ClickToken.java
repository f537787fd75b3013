package dev.aisle.campaign.placements.ads.serving;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a click on an impression costs whom, signed, so that a storefront can report it and nobody can make one up. Says nothing of a person.
 *
 * @param impression an id of this showing alone
 */
record ClickToken(String impression, String advert, String advertiser, long price, Instant until) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PARTS = 6;

    String signed(byte[] key) {
        String payload = String.join(".", "a1", impression, advert, advertiser, price + "-" + until.getEpochSecond());
        return payload + "." + signature(payload, key);
    }

    /** The token of a text; empty when it was not signed with that key. */
    static Optional<ClickToken> read(String text, byte[] key) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals("a1")) {
            return Optional.empty();
        }
        String expected = signature(text.substring(0, text.lastIndexOf('.')), key);
        boolean genuine = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), parts.getLast().getBytes(StandardCharsets.UTF_8));
        if (!genuine) {
            return Optional.empty();
        }
        String[] numbers = parts.get(4).split("-", 2);
        return Optional.of(new ClickToken(
                parts.get(1),
                parts.get(2),
                parts.get(3),
                Long.parseLong(numbers[0]),
                Instant.ofEpochSecond(Long.parseLong(numbers[1]))));
    }

    private static String signature(String payload, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
