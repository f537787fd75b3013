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
 * How one service calls another. Where {@code quarkus.tls.trust-store} is set, those certificates are trusted and no others, and the service shows its own
 * certificate to whoever asks for one; else those of the JDK are.
 */
@Singleton
@Unremovable
public class ServiceTls {
    private final @Nullable SSLContext context;

    @Inject
    ServiceTls(TlsConfigurationRegistry registry) {
        this.context = registry.getDefault()
                .filter(entry -> entry.getTrustStore() != null)
                .map(ServiceTls::contextOf)
                .orElse(null);
    }

    private ServiceTls(@Nullable SSLContext context) {
        this.context = context;
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
