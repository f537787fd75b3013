package dev.aisle.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server shows the certificate that is there when somebody calls. By Quarkus' {@code reload-period} alone Vert.x 4.5 makes a new context each time and turns
 * away whoever calls while it does.
 */
@Singleton
@Unremovable
class ServerCertificate implements HttpServerOptionsCustomizer {
    private final Certificates certificates;
    private final String name;

    @Inject
    ServerCertificate(
            Certificates certificates,
            @ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> name) {
        this.certificates = certificates;
        this.name = name.orElse("");
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        TlsConfiguration entry = certificates.entry(name).orElse(null);
        // By the name of the host there are several, which managers of one entry don't know.
        if (entry == null || entry.getKeyStoreOptions() == null || entry.usesSni()) {
            return;
        }
        RenewableManagers managers = certificates.of(name);
        options.setKeyCertOptions(KeyCertOptions.wrap(managers.keys()));
        if (entry.getTrustStore() != null) {
            options.setTrustOptions(TrustOptions.wrap(managers.trust()));
        }
    }
}
