package dev.aisle.algorithms.privacy;

import java.net.InetAddress;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The one form of internet addresses: the network, so that a single household stays unknown. */
final class AddressNormalisation {
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern COLONED = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private AddressNormalisation() {}

    /** IPv4 and IPv4 mapped into IPv6: /24. IPv6: /48, written as RFC 5952 wants it. */
    static String network(String raw) {
        String text = raw.strip();
        if (!DOTTED.matcher(text).matches() && !COLONED.matcher(text).matches()) {
            throw invalid();
        }
        byte[] address = literal(text).getAddress();
        return address.length == 4 ? slash24(address) : slash48(address);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String slash24(byte[] a) {
        return (a[0] & 0xff) + "." + (a[1] & 0xff) + "." + (a[2] & 0xff) + ".0/24";
    }

    /** Of the eight groups the last five are zero, so the longest run of zeros always ends the address. */
    private static String slash48(byte[] address) {
        StringJoiner groups = new StringJoiner(":");
        int last = 3;
        while (last > 0 && group(address, last - 1) == 0) {
            last--;
        }
        for (int g = 0; g < last; g++) {
            groups.add(Integer.toHexString(group(address, g)));
        }
        return groups + "::/48";
    }

    private static int group(byte[] address, int index) {
        return (address[2 * index] & 0xff) << 8 | (address[2 * index + 1] & 0xff);
    }

    private static InvalidIdentifierException invalid() {
        return new InvalidIdentifierException("ip: expected an IPv4 or IPv6 address");
    }
}
