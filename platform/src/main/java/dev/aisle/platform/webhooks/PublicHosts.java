package dev.aisle.platform.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whether a host is outside of the own network: an address that somebody else has set must not lead into it. */
public final class PublicHosts {
    private PublicHosts() {}

    /** Whether each address of a name is a public one. Names change what they stand for, so it is asked before each use. */
    public static boolean leadsOutside(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicHosts::isOutside);
    }

    private static boolean isOutside(InetAddress address) {
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal);
    }
}
