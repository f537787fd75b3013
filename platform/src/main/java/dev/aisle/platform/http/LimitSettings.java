package dev.aisle.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests an instance takes from one caller; each limit lets through twice as many at once. */
@ConfigMapping(prefix = "aisle.http.limits")
public interface LimitSettings {
    /** Requests a second of one address (IPv6: of one /64 network); 0: as many as come. */
    @WithDefault("5000")
    long perAddress();

    /** Requests a second of one client of the issuer, or of one person at the consoles, over all their tokens; 0: as many as come. */
    @WithDefault("5000")
    long perClient();

    /** Whether callers on the machine itself are counted by their address as well. A side-car that everybody comes through is one. */
    @WithDefault("false")
    boolean loopback();
}
