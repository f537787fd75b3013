package dev.aisle.platform.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time that one connection has for the head of a request; it runs from the head's first byte. Used on the connection's event loop only. */
final class HeaderDeadline {
    private final long millis;
    private @Nullable ScheduledFuture<?> running;

    HeaderDeadline(long millis) {
        this.millis = millis;
    }

    /** Starts unless it runs. */
    void start(ChannelHandlerContext context) {
        if (running == null) {
            running = context.executor().schedule(() -> close(context), millis, TimeUnit.MILLISECONDS);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.channel().close();
    }

    /** Ends it; the next head has the whole time again. */
    void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
