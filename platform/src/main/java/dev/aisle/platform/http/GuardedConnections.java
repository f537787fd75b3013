package dev.aisle.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link HeaderGuard} on each connection that a server of this process accepts. Vert.x has no setting for what it bounds and no hook before a connection's
 * first request, so it comes in by the transport (found by {@code META-INF/services}).
 */
public final class GuardedConnections implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        Duration within = config.getOptionalValue("aisle.http.headers-within", Duration.class)
                .orElse(Duration.ofSeconds(10));
        builder.findTransport(new GuardedTransport(limits(config), within.toMillis()));
    }

    /** The limits of Quarkus' server; the decoder that stands there can't be asked for them. */
    private static HttpServerOptions limits(Config config) {
        HttpServerOptions options = new HttpServerOptions();
        config.getOptionalValue("quarkus.http.limits.max-header-size", MemorySize.class)
                .ifPresent(size -> options.setMaxHeaderSize(Math.toIntExact(size.asLongValue())));
        config.getOptionalValue("quarkus.http.limits.max-chunk-size", MemorySize.class)
                .ifPresent(size -> options.setMaxChunkSize(Math.toIntExact(size.asLongValue())));
        config.getOptionalValue("quarkus.http.limits.max-initial-line-length", Integer.class)
                .ifPresent(options::setMaxInitialLineLength);
        return options;
    }

    private static final class GuardedTransport extends JDKTransport {
        private final HttpServerOptions limits;
        private final long withinMillis;

        GuardedTransport(HttpServerOptions limits, long withinMillis) {
            this.limits = limits;
            this.withinMillis = withinMillis;
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return domainSocket
                    ? super.serverChannelFactory(true)
                    : () -> new GuardedServerChannel(limits, withinMillis);
        }
    }

    private static final class GuardedServerChannel extends NioServerSocketChannel {
        private final HttpServerOptions limits;
        private final long withinMillis;

        GuardedServerChannel(HttpServerOptions limits, long withinMillis) {
            this.limits = limits;
            this.withinMillis = withinMillis;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int known = accepted.size();
            int read = super.doReadMessages(accepted);
            for (Object connection : accepted.subList(known, accepted.size())) {
                HeaderGuard.guard(((Channel) connection).pipeline(), limits, withinMillis);
            }
            return read;
        }
    }
}
