package dev.aisle.ingest.shared.values;

import java.net.URI;

/** What may be inside a text. */
public final class Texts {
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
