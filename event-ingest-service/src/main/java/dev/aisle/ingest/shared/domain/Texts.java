package dev.aisle.ingest.shared.domain;

import java.net.URI;
import java.util.regex.Pattern;

/** What may be inside a text. */
public final class Texts {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[^\\s@]");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[ ().-]{0,2}\\d){8,18}");
    private static final Pattern IPV4 = Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b");

    private Texts() {}

    /** The text, or the text with U+FFFD where half of a surrogate pair stood: Protobuf can't hold those. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** At most that many characters. */
    public static String clip(String text, int longest) {
        return text.length() <= longest ? text : wellFormed(text.substring(0, longest));
    }

    /** Whether a free text seems to hold an e-mail address, a telephone or card number, or a network address. */
    public static boolean mayIdentify(String text) {
        return holdsEmail(text)
                || (hasManyDigits(text)
                        && (LONG_NUMBER.matcher(text).find()
                                || IPV4.matcher(text).find()));
    }

    /** Whether a text seems to hold an e-mail address, which is what stands in the paths of careless shops. */
    public static boolean holdsEmail(String text) {
        return text.indexOf('@') >= 0 && EMAIL.matcher(text).find();
    }

    private static boolean hasManyDigits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').limit(4).count() == 4;
    }

    /** The path of an address or path: no scheme, host, query string or fragment. */
    public static String pathOf(String address) {
        String path = address;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        return upTo(upTo(path, '?'), '#');
    }

    /** The host of an address; empty when there is none. */
    public static String hostOf(String address) {
        try {
            String host = URI.create(upTo(upTo(address, '?'), '#')).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String upTo(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
