package dev.aisle.local.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person would be found by.
 *
 * @param customerId   as the shop sends it
 * @param email        the same
 * @param phone        the same, in E.164
 * @param pseudonym    of the customer id
 */
record Traces(String customerId, String email, String phone, String pseudonym) {
    /** The key of a sorted file may leave out what it shares with its neighbour, so the end of a pseudonym is looked for. */
    private static final int TAIL = 22;

    /** Everything: as text in one and two bytes a character, and what anybody could compute from id and address. */
    List<Needle> needles() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("customer id", customerId);
        texts.put("e-mail", email);
        texts.put("phone", phone.substring(1));
        texts.put("pseudonym", pseudonym.substring(pseudonym.length() - TAIL));
        List<Needle> needles = new ArrayList<>();
        texts.forEach((name, text) -> {
            needles.add(new Needle(name, text.getBytes(StandardCharsets.UTF_8)));
            needles.add(new Needle(name + ", utf-16", text.getBytes(StandardCharsets.UTF_16LE)));
            needles.add(new Needle(name + ", utf-16", text.getBytes(StandardCharsets.UTF_16BE)));
        });
        String code = pseudonym.substring(pseudonym.lastIndexOf('.') + 1);
        encodings("pseudonym", Base64.getUrlDecoder().decode(code), needles);
        for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
            encodings("customer id, " + algorithm, hash(algorithm, customerId), needles);
            encodings("e-mail, " + algorithm, hash(algorithm, email), needles);
        }
        return needles;
    }

    private static void encodings(String name, byte[] bytes, List<Needle> needles) {
        needles.add(new Needle(name + ", bytes", bytes));
        needles.add(new Needle(name + ", hex", ascii(HexFormat.of().formatHex(bytes))));
        needles.add(
                new Needle(name + ", hex", ascii(HexFormat.of().withUpperCase().formatHex(bytes))));
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        if (!name.equals("pseudonym") || base64.contains("+") || base64.contains("/")) {
            needles.add(new Needle(name + ", base64", ascii(base64)));
        }
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (!url.equals(base64) && !name.equals("pseudonym")) {
            needles.add(new Needle(name + ", base64", ascii(url)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
