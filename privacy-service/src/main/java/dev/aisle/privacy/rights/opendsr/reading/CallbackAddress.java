package dev.aisle.privacy.rights.opendsr.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of an address that a callback may have; where it leads is looked up when it is used. */
final class CallbackAddress {
    /** What an address must look like. */
    public static final String EXPECTED =
            "expected https addresses with a host and without user, fragment or control characters";

    private static final int LONGEST = 2_000;
    /**
     * A name whose last label begins with a letter, a dotted quad, or IPv6 in brackets. Other forms of IPv4 (decimal, hexadecimal, octal, shortened) are read differently
     * by different resolvers.
     */
    private static final Pattern HOST = Pattern.compile(
            "(?i)([a-z0-9-]+\\.)*[a-z][a-z0-9-]*\\.?|([1-9]?\\d|1\\d\\d|2\\d\\d)(\\.([1-9]?\\d|1\\d\\d|2\\d\\d)){3}|\\[.+]");

    private CallbackAddress() {}

    /** The address, when it is one that could be called; {@code null} when not. Nothing is resolved here. */
    public static @Nullable URI parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean whole = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() < 65_536);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return whole && port && http && HOST.matcher(uri.getHost()).matches() ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
