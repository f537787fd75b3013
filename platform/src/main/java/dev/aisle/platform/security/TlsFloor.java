package dev.aisle.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the server speaks TLS it speaks 1.3 and nothing older, whatever the entry of {@code quarkus.tls} allows that its certificate comes from. Whether callers must
 * show a certificate of their own is said here as well, since Quarkus fixes that at the build.
 */
@Singleton
@Unremovable
public class TlsFloor implements HttpServerOptionsCustomizer {
    static final Set<String> PROTOCOLS = Set.of("TLSv1.3");

    private final ClientAuth clients;

    /**
     * Takes the setting.
     *
     * @param clients {@code none}, {@code request} or {@code required}; needs {@code quarkus.tls.trust-store} when it isn't {@code none}
     */
    public TlsFloor(@ConfigProperty(name = "aisle.tls.clients", defaultValue = "none") String clients) {
        try {
            this.clients = ClientAuth.valueOf(clients.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("aisle.tls.clients: expected none, request or required", e);
        }
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setEnabledSecureTransportProtocols(PROTOCOLS);
        options.setClientAuth(clients);
    }
}
