package dev.aisle.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Decodes requests of HTTP/1 as Vert.x does, within a time for their headers, and marks those with folded headers, which Netty joins silently. Each call of
 * {@link #decode} consumes bytes of one part of a request only, so the bytes that it consumed before a request came out are its head, exactly.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    private final HeaderDeadline deadline;
    private boolean inHead = true;
    private boolean folded;
    private byte last;

    StrictRequestDecoder(HttpServerOptions options, HeaderDeadline deadline) {
        super(options);
        this.deadline = deadline;
    }

    /** Whether the head of a request has come and its body hasn't come to its end. On the event loop of its connection only. */
    boolean inBody() {
        return !inHead;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
        if (!inHead) {
            super.decode(context, bytes, out);
            inHead = out.stream().anyMatch(LastHttpContent.class::isInstance);
            return;
        }
        deadline.start(context);
        int before = bytes.readerIndex();
        int ready = out.size();
        super.decode(context, bytes, out);
        look(bytes, before);
        if (out.size() > ready && out.get(ready) instanceof HttpRequest request) {
            deadline.stop();
            if (folded && request.decoderResult().isSuccess()) {
                request.setDecoderResult(FoldedHeader.MARK);
            }
            inHead = out.getLast() instanceof LastHttpContent;
            folded = false;
            last = 0;
        }
    }

    /** Whether a line of the head begins with white space. */
    private void look(ByteBuf bytes, int from) {
        for (int i = from; i < bytes.readerIndex(); i++) {
            byte here = bytes.getByte(i);
            folded |= last == '\n' && (here == ' ' || here == '\t');
            last = here;
        }
    }
}
