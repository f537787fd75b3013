package dev.aisle.privacy.rights.opendsr.callbacks;

import dev.aisle.platform.webhooks.PublicHosts;
import dev.aisle.privacy.rights.opendsr.OpenDsrConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Looks where a callback leads: when it is asked for, and again when it is made, since names change what they stand for. */
@ApplicationScoped
public class CallbackGuard {
    private final Set<String> inside;
    private final Names names;

    @Inject
    CallbackGuard(OpenDsrConfig config) {
        this(config.callbacks().inside().orElse(List.of()), InetAddress::getAllByName);
    }

    CallbackGuard(List<String> inside, Names names) {
        this.inside = Set.copyOf(inside);
        this.names = names;
    }

    /** What a name stands for. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** Where an address leads. */
    public sealed interface Destination {
        /** It may be called, at this very address of the network. */
        record Allowed(InetAddress address) implements Destination {}

        /** Nobody knows the name now. */
        record Unknown() implements Destination {}

        /** It leads inside, or isn't HTTPS. */
        record Forbidden() implements Destination {}
    }

    /** Looks it up. One address that leads inside is enough for a refusal: it could be the one that is called. */
    public Destination look(URI uri) {
        boolean trusted = inside.contains(uri.getHost() + ":" + uri.getPort());
        if (!trusted && !"https".equals(uri.getScheme())) {
            return new Destination.Forbidden();
        }
        try {
            InetAddress[] addresses = names.addressesOf(uri.getHost());
            boolean open = trusted || Arrays.stream(addresses).allMatch(PublicHosts::isPublic);
            return open ? new Destination.Allowed(addresses[0]) : new Destination.Forbidden();
        } catch (UnknownHostException e) {
            return new Destination.Unknown();
        }
    }
}
