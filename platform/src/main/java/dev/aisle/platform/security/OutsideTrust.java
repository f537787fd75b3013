package dev.aisle.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.tls.TlsConfiguration;
import jakarta.inject.Singleton;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/** Whom the client of a system outside of the suite trusts: the certificates of an entry of {@code quarkus.tls} of its own, those that are there when a connection begins. */
@Singleton
@Unremovable
public class OutsideTrust {
    private final Certificates certificates;

    OutsideTrust(Certificates certificates) {
        this.certificates = certificates;
    }

    /** The authorities of {@code quarkus.tls.ENTRY.trust-store}; empty when nothing is said, which means those of the JDK. */
    public Optional<X509TrustManager> of(String entry) {
        return certificates
                .entry(entry)
                .map(TlsConfiguration::getTrustStore)
                .map(_ -> certificates.of(entry).trust());
    }
}
