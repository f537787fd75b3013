package dev.aisle.containers;

import dev.aisle.local.shell.CommandFailure;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The addresses of the Services, on a link of their own that every pod reaches by the bridge's gateway. A name's address stands in the pods' hosts file, and
 * this process listens there.
 */
final class Addresses {
    static final String NETWORK = "aisle-trial";
    static final String SUBNET = "10.213.77.0/24";
    private static final String PODS = "10.213.77.";
    private static final String SERVICES = "10.213.78.";
    private static final int FIRST = 10;

    private final Map<String, String> byName = new LinkedHashMap<>();
    private int pods = FIRST;

    Addresses(List<String> names) {
        names.forEach(name -> byName.put(name, SERVICES + (FIRST + byName.size())));
    }

    Map<String, String> byName() {
        return Map.copyOf(byName);
    }

    String of(String name) {
        String address = byName.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No Service " + name + ": " + byName.keySet());
        }
        return address;
    }

    InetSocketAddress at(String name, int port) {
        return new InetSocketAddress(of(name), port);
    }

    /** Returns an address for one more pod. */
    String nextPod() {
        return PODS + pods++;
    }

    /** Makes the link with its addresses. */
    void open() {
        close();
        ip("link", "add", NETWORK, "type", "bridge");
        ip("link", "set", NETWORK, "up");
        byName.values().forEach(address -> ip("address", "add", address + "/32", "dev", NETWORK));
    }

    /** Takes it away; nothing happens when it isn't there. */
    static void close() {
        Engine.run(List.of("ip", "link", "delete", NETWORK), Map.of());
    }

    /** Returns whether it is there. */
    static boolean isOpen() {
        return Engine.run(List.of("ip", "link", "show", NETWORK), Map.of()).exit() == 0;
    }

    private static void ip(String... words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        Engine.Answer answer = Engine.run(command, Map.of());
        if (answer.exit() != 0) {
            throw new CommandFailure(String.join(" ", command) + " failed: " + answer.end());
        }
    }
}
