package dev.aisle.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * Looks at the frames of HTTP/2 as they pass, and lets the deadline run while one that isn't of a body is incomplete, or headers that were begun aren't at
 * their end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-4.1">RFC 9113, section 4.1</a>
 */
final class FrameWatch {
    private static final int PREFACE_BYTES = 24;
    private static final int HEAD_BYTES = 9;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_HEADERS = 4;

    private final HeaderDeadline deadline;
    private final byte[] head = new byte[HEAD_BYTES];
    private int headBytes;
    private int payloadLeft = PREFACE_BYTES;
    private boolean ofBody;
    private boolean headersOpen;

    FrameWatch(HeaderDeadline deadline) {
        this.deadline = deadline;
    }

    /** Looks at bytes without consuming them. */
    void see(ChannelHandlerContext context, ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (payloadLeft > 0) {
                int passed = Math.min(payloadLeft, bytes.writerIndex() - at);
                payloadLeft -= passed;
                at += passed;
            } else {
                head[headBytes++] = bytes.getByte(at++);
                if (headBytes == HEAD_BYTES) {
                    begin();
                }
            }
            if (payloadLeft == 0 && headBytes == HEAD_BYTES) {
                headBytes = 0;
                if (!headersOpen) {
                    deadline.stop();
                }
            }
        }
        boolean incomplete = headBytes > 0 || (payloadLeft > 0 && !ofBody);
        if (headersOpen || incomplete) {
            deadline.start(context);
        } else {
            deadline.stop();
        }
    }

    private void begin() {
        payloadLeft = ((head[0] & 0xFF) << 16) | ((head[1] & 0xFF) << 8) | (head[2] & 0xFF);
        int type = head[3];
        ofBody = type == DATA;
        if (type == HEADERS || type == CONTINUATION) {
            headersOpen = (head[4] & END_HEADERS) == 0;
        }
    }
}
