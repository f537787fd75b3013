package dev.aisle.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that Vert.x puts on a connection, and after TLS. Hands the bytes on one by one until they tell which HTTP it is: for HTTP/1 the decoder is
 * exchanged for {@link StrictRequestDecoder}, for HTTP/2 {@link FrameWatch} looks at the frames that pass, and a late answer to one stream ends no other.
 */
final class HeaderGuard extends ChannelInboundHandlerAdapter {
    private static final String NAME = "aisle-headers";
    private static final String TLS = "ssl";
    /** As Vert.x calls them. */
    private static final String DECODER = "httpDecoder";

    private static final String FRAMES = "handler";

    private final HttpServerOptions options;
    private final long withinMillis;
    private final HeaderDeadline deadline;
    private final boolean afterTls;
    private boolean known;
    private @Nullable FrameWatch frames;

    private HeaderGuard(HttpServerOptions options, long withinMillis, boolean afterTls) {
        this.options = options;
        this.withinMillis = withinMillis;
        this.deadline = new HeaderDeadline(withinMillis);
        this.afterTls = afterTls;
        this.frames = new FrameWatch(deadline);
    }

    /** Puts one on a connection that was just accepted. */
    static void guard(ChannelPipeline pipeline, HttpServerOptions options, long withinMillis) {
        pipeline.addFirst(NAME, new HeaderGuard(options, withinMillis, false));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        ChannelPipeline pipeline = context.pipeline();
        if (!afterTls && pipeline.get(TLS) != null) {
            pipeline.remove(this);
            pipeline.addAfter(TLS, NAME, new HeaderGuard(options, withinMillis, true));
            pipeline.fireChannelRead(bytes);
            return;
        }
        while (!known && bytes.isReadable()) {
            recognize(context, bytes);
        }
        pass(context, bytes);
    }

    private void recognize(ChannelHandlerContext context, ByteBuf bytes) {
        ChannelPipeline pipeline = context.pipeline();
        if (pipeline.get(DECODER) != null) {
            frames = null;
            pipeline.replace(DECODER, DECODER, new StrictRequestDecoder(options, deadline));
            known = true;
        } else if (pipeline.get(FRAMES) != null) {
            known = true;
        } else {
            ByteBuf one = bytes.readRetainedSlice(1);
            if (frames != null) {
                frames.see(context, one);
            }
            context.fireChannelRead(one);
        }
    }

    private void pass(ChannelHandlerContext context, ByteBuf bytes) {
        if (!bytes.isReadable()) {
            bytes.release();
            return;
        }
        if (frames != null) {
            frames.see(context, bytes);
        }
        context.fireChannelRead(bytes);
    }

    /**
     * Keeps to itself that something was written to a stream which its client has ended, as clients do whose deadline passed. Netty reports it to the whole
     * connection when nobody asked for the outcome of the write, as Vert.x does for trailers, and Vert.x would close the connection with every other call on it.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        boolean ofOneStream = cause instanceof IllegalStateException
                || cause instanceof IllegalArgumentException
                || cause instanceof Http2Exception.StreamException;
        if (frames == null || !ofOneStream) {
            context.fireExceptionCaught(cause);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.stop();
        context.fireChannelInactive();
    }
}
