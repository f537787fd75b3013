package dev.aisle.platform.security;

import io.netty.handler.ssl.SslContextBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.tls.TlsConfiguration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How one service calls another. The certificates of {@code quarkus.tls.client.trust-store} are trusted and no others, or those of {@code quarkus.tls.trust-store} where
 * that entry isn't there, else those of the JDK. The entry's own certificate is shown to whoever asks for one. Both are those that
 * are there when a connection begins.
 */
@Singleton
@Unremovable
public class ServiceTls {
    private static final String ENTRY = "client";
    private static final String NEWEST = "TLSv1.3";

    private final @Nullable RenewableManagers managers;

    @Inject
    ServiceTls(Certificates certificates) {
        this.managers = Stream.of(ENTRY, "")
                .filter(name ->
                        certificates.entry(name).filter(ServiceTls::trusts).isPresent())
                .findFirst()
                .map(certificates::of)
                .orElse(null);
    }

    private ServiceTls() {
        this.managers = null;
    }

    private static boolean trusts(TlsConfiguration entry) {
        return entry.getTrustStore() != null;
    }

    /** Without a container: the certificates of the JDK. */
    public static ServiceTls ofTheJdk() {
        return new ServiceTls();
    }

    private static SSLContext contextOf(RenewableManagers managers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {managers.keys()}, new TrustManager[] {managers.trust()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A JDK speaks TLS", e);
        }
    }

    /** A builder of clients for the other services. */
    public HttpClient.Builder clientBuilder() {
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (managers == null) {
            return builder;
        }
        SSLContext context = contextOf(managers);
        SSLParameters newest = context.getDefaultSSLParameters();
        newest.setProtocols(new String[] {NEWEST});
        return builder.sslContext(context).sslParameters(newest);
    }

    /** The same for a client that speaks by Netty; empty when nothing is said of whom to trust. */
    public Optional<SslContextBuilder> nettyBuilder() {
        return Optional.ofNullable(managers)
                .map(of -> SslContextBuilder.forClient()
                        .keyManager(of.keys())
                        .trustManager(of.trust())
                        .protocols(NEWEST));
    }
}
