package dev.aisle.campaign.shared.recommendations;

import dev.aisle.platform.security.ServiceTls;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ChannelBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcClientConfiguration;
import jakarta.inject.Singleton;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Over TLS recommender-service is spoken to as the other services are: the extension by itself reads certificates at the start only. */
@Singleton
@Unremovable
class RecommenderChannel implements ChannelBuilderCustomizer<NettyChannelBuilder> {
    private final ServiceTls tls;

    RecommenderChannel(ServiceTls tls) {
        this.tls = tls;
    }

    @Override
    public Map<String, Object> customize(String name, GrpcClientConfiguration client, NettyChannelBuilder builder) {
        if (!client.plainText().orElse(true)) {
            tls.nettyBuilder().ifPresent(certificates -> use(builder, certificates));
        }
        return Map.of();
    }

    private static void use(NettyChannelBuilder builder, SslContextBuilder certificates) {
        try {
            builder.useTransportSecurity()
                    .sslContext(GrpcSslContexts.configure(certificates).build());
        } catch (SSLException e) {
            throw new IllegalStateException("quarkus.tls: the certificates can't be used: " + e.getMessage(), e);
        }
    }
}
