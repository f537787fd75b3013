package dev.aisle.platform.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A request whose client may still send, and how it ends without that. Over HTTP/2 neither headers nor Vert.x tell whether more may come (a paused request counts as open,
 * and whoever reads isn't told when the server itself resets a stream), so the streams of Netty are asked. Can be used on every thread.
 */
public final class OpenRequest {
    /** The answer is complete, the rest isn't needed (RFC 9113 section 8.1). */
    public static final long NO_ERROR = 0;
    /** Too much at once (RFC 9113 section 7). */
    public static final long ENHANCE_YOUR_CALM = 0xb;

    private static final Logger LOG = Logger.getLogger(OpenRequest.class);

    private final HttpConnection connection;
    /** 0 for HTTP/1. */
    private final int stream;

    private final boolean announced;

    private OpenRequest(HttpConnection connection, int stream, boolean announced) {
        this.connection = connection;
        this.stream = stream;
        this.announced = announced;
    }

    /** Returns that of a request. */
    public static OpenRequest of(HttpServerRequest request) {
        boolean framed = request.version() == HttpVersion.HTTP_2;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean announced =
                request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || (length != null && !length.equals("0"));
        return new OpenRequest(request.connection(), framed ? request.response().streamId() : 0, announced);
    }

    /** Whether bytes of it may still come, also while nobody reads those that have. On the event loop of its connection only. */
    boolean mayCome() {
        return stream == 0 ? announced && isDecoding(context()) : isOpen(context());
    }

    private static boolean isDecoding(ChannelHandlerContext context) {
        StrictRequestDecoder decoder = context.pipeline().get(StrictRequestDecoder.class);
        return decoder == null || decoder.inBody();
    }

    private ChannelHandlerContext context() {
        return ((ConnectionBase) connection).channelHandlerContext();
    }

    private @Nullable Http2Stream find(ChannelHandlerContext context) {
        return ((Http2ConnectionHandler) context.handler()).connection().stream(stream);
    }

    private boolean isOpen(ChannelHandlerContext context) {
        Http2Stream found = find(context);
        return found != null && found.state().remoteSideOpen();
    }

    /**
     * Hands on no more than this many bytes of its body, over HTTP/2. On the event loop of its connection only.
     *
     * @param beyond is done once when more come
     */
    public void bound(long most, Runnable beyond) {
        Http2Stream found = stream == 0 ? null : find(context());
        if (found != null) {
            CountedFrames.limit((Http2ConnectionHandler) context().handler(), found, most, beyond);
        }
    }

    /**
     * Ends it when more may come: its stream, or over HTTP/1 its connection. Whoever reads its body is told.
     *
     * @param code why, to clients of HTTP/2
     */
    public void end(long code) {
        if (stream == 0) {
            connection.close();
            return;
        }
        ChannelHandlerContext context = context();
        if (context.executor().inEventLoop()) {
            endStream(context, code);
        } else {
            context.executor().execute(() -> endStream(context, code));
        }
    }

    private void endStream(ChannelHandlerContext context, long code) {
        if (!isOpen(context)) {
            return;
        }
        Http2ConnectionHandler frames = (Http2ConnectionHandler) context.handler();
        try {
            // As if the client had: of a reset of ours Vert.x would tell nobody, and a thread would wait for bytes that
            // can't come.
            frames.decoder().frameListener().onRstStreamRead(context, stream, code);
        } catch (Http2Exception e) {
            LOG.debug("The reader of a body wasn't told of its end", e);
        }
        ChannelFuture _ = frames.resetStream(context, stream, code, context.newPromise());
        context.flush();
    }
}
