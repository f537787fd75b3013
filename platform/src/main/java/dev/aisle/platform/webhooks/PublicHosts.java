package dev.aisle.platform.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells whether a host is outside of the own network: an address that somebody else has set must not lead into it. */
public final class PublicHosts {
    /** Ranges that java.net doesn't name: first bytes and how many bits of them count; IANA special-purpose registries. */
    private static final List<Range> SPECIAL = List.of(
            new Range(new int[] {0}, 8),
            new Range(new int[] {100, 64}, 10),
            new Range(new int[] {192, 0, 0}, 24),
            new Range(new int[] {192, 0, 2}, 24),
            new Range(new int[] {192, 88, 99}, 24),
            new Range(new int[] {198, 18}, 15),
            new Range(new int[] {198, 51, 100}, 24),
            new Range(new int[] {203, 0, 113}, 24),
            new Range(new int[] {240}, 4));

    private PublicHosts() {}

    private record Range(int[] prefix, int bits) {
        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns whether each address of a name is a public one. Names change what they stand for, so it is asked before each use. */
    public static boolean leadsOutside(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicHosts::isPublic);
    }

    /** Returns whether an address is one that everybody may call, and not of a machine or network of its own. */
    public static boolean isPublic(InetAddress address) {
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (local) {
            return false;
        }
        byte[] bytes = address.getAddress();
        // Of IPv6 only global unicast, 2000::/3, without what wraps an IPv4 address: Teredo and others (2001::/23),
        // 6to4 (2002::/16).
        return address instanceof Inet6Address
                ? (bytes[0] & 0xe0) == 0x20 && !wrapsIpv4(bytes)
                : SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }

    private static boolean wrapsIpv4(byte[] bytes) {
        boolean of2001 = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean of2002 = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8;
        return of2001 || of2002 || documentation;
    }
}
