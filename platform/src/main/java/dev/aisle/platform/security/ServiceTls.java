package dev.aisle.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * How one service calls another. The certificates of {@code quarkus.tls.client.trust-store} are trusted and no others, or those of {@code quarkus.tls.trust-store} where
 * that entry isn't there, else those of the JDK. The entry's own certificate is shown to whoever asks for one.
 */
@Singleton
@Unremovable
public class ServiceTls {
    private static final String ENTRY = "client";

    private final @Nullable SSLContext context;

    @Inject
    ServiceTls(TlsConfigurationRegistry registry) {
        this.context = registry.get(ENTRY)
                .filter(ServiceTls::trusts)
                .or(() -> registry.getDefault().filter(ServiceTls::trusts))
                .map(ServiceTls::contextOf)
                .orElse(null);
    }

    private ServiceTls(@Nullable SSLContext context) {
        this.context = context;
    }

    private static boolean trusts(TlsConfiguration entry) {
        return entry.getTrustStore() != null;
    }

    /** Without a container: the certificates of the JDK. */
    public static ServiceTls ofTheJdk() {
        return new ServiceTls((SSLContext) null);
    }

    private static SSLContext contextOf(TlsConfiguration entry) {
        try {
            return entry.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("quarkus.tls: the certificates can't be used: " + e.getMessage(), e);
        }
    }

    /** A builder of clients for the other services. */
    public HttpClient.Builder clientBuilder() {
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (context == null) {
            return builder;
        }
        SSLParameters newest = context.getDefaultSSLParameters();
        newest.setProtocols(new String[] {"TLSv1.3"});
        return builder.sslContext(context).sslParameters(newest);
    }
}
