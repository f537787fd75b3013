package dev.aisle.privacy.rights.opendsr.callbacks;

import dev.aisle.privacy.rights.opendsr.OpenDsrMessages;
import dev.aisle.privacy.rights.opendsr.OpenDsrState;
import dev.aisle.privacy.rights.opendsr.ProcessorIdentity;
import dev.aisle.privacy.rights.opendsr.SignedHeaders;
import dev.aisle.privacy.rights.opendsr.callbacks.CallbackGuard.Destination;
import dev.aisle.privacy.rights.opendsr.callbacks.CallbackRepository.DueCallback;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Makes one callback. The connection goes to the very address that was looked at, so that a name can't lead elsewhere in between;
 * the certificate must be that of the name; redirections are not followed.
 */
@ApplicationScoped
class CallController {
    private static final Logger LOG = Logger.getLogger(CallController.class);
    private static final int TIMEOUT_SECONDS = 10;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final CallbackGuard guard;
    private final ProcessorIdentity identity;
    private final OpenDsrMessages messages;
    private final HttpClient http;

    CallController(CallbackGuard guard, ProcessorIdentity identity, OpenDsrMessages messages, Vertx vertx) {
        this.guard = guard;
        this.identity = identity;
        this.messages = messages;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_SECONDS * 1000)
                .setKeepAlive(false)
                .setVerifyHost(true));
    }

    /** Whether the controller has heard it: any answer of 2xx. */
    boolean call(DueCallback callback, OpenDsrState state) {
        URI uri = URI.create(callback.url());
        return switch (guard.look(uri)) {
            case Destination.Forbidden forbidden -> {
                LOG.warnf("A callback of request %s leads inside of a network now and is not made", state.id());
                yield false;
            }
            case Destination.Unknown unknown -> false;
            case Destination.Allowed allowed ->
                post(uri, allowed.address(), messages.callback(state, callback.url(), callback.status()));
        };
    }

    private boolean post(URI uri, InetAddress address, byte[] body) {
        try {
            int status = http.request(options(uri, address))
                    .compose(request -> send(request, body))
                    .map(HttpClientResponse::statusCode)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return status >= 200 && status < 300;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.infof("A callback was not heard: %s", e.getClass().getSimpleName());
            return false;
        }
    }

    private io.vertx.core.Future<HttpClientResponse> send(HttpClientRequest request, byte[] body) {
        request.putHeader("Content-Type", "application/json");
        SignedHeaders.of(identity, body).forEach(request::putHeader);
        return request.send(Buffer.buffer(body));
    }

    private static RequestOptions options(URI uri, InetAddress address) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setSsl(tls)
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT_SECONDS * 1000L);
    }
}
