package dev.aisle.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Stream;

/** Counts the bytes of bodies over HTTP/2 as they come, before anything collects them, and hands on no more than a stream may have. */
final class CountedFrames extends Http2FrameListenerDecorator {
    private final Http2Connection connection;
    private final Http2Connection.PropertyKey limits;

    private CountedFrames(Http2FrameListener listener, Http2Connection connection) {
        super(listener);
        this.connection = connection;
        this.limits = connection.newKey();
    }

    /** Bounds the bytes that still come on a stream; what is to be done beyond them is done once. On the event loop of the connection. */
    static void limit(Http2ConnectionHandler frames, Http2Stream stream, long most, Runnable beyond) {
        Http2FrameListener listener = frames.decoder().frameListener();
        CountedFrames counted =
                listener instanceof CountedFrames already ? already : new CountedFrames(listener, frames.connection());
        if (counted != listener) {
            frames.decoder().frameListener(counted);
        }
        stream.setProperty(counted.limits, new Limit(most, beyond));
    }

    @Override
    public int onDataRead(ChannelHandlerContext context, int streamId, ByteBuf data, int padding, boolean last)
            throws Http2Exception {
        Http2Stream stream = connection.stream(streamId);
        Limit limit = stream == null ? null : stream.getProperty(limits);
        if (limit == null || limit.takes(context, data.readableBytes())) {
            return super.onDataRead(context, streamId, data, padding, last);
        }
        return data.readableBytes() + padding;
    }

    private static final class Limit {
        private final Runnable beyond;
        private long left;

        Limit(long most, Runnable beyond) {
            this.left = most;
            this.beyond = beyond;
        }

        boolean takes(ChannelHandlerContext context, int bytes) {
            boolean held = left >= 0;
            left -= bytes;
            if (held && left < 0) {
                context.executor().execute(beyond);
            }
            return left >= 0;
        }
    }
}
