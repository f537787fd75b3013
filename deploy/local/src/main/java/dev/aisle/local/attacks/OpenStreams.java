package dev.aisle.local.attacks;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP/2 as frames on a socket of this machine: requests whose bodies are begun and never ended. */
final class OpenStreams implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int HEADERS = 1;
    private static final int PING = 6;
    private static final int END_HEADERS = 4;

    private final Socket socket;

    private OpenStreams(Socket socket) {
        this.socket = socket;
    }

    /** Begins requests on a connection of their own, and waits until the other side has seen them all. */
    static OpenStreams begin(int port, String path, int streams) throws IOException {
        OpenStreams open = new OpenStreams(new Socket(InetAddress.getLoopbackAddress(), port));
        open.socket.setSoTimeout(PATIENCE_MILLIS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        byte[] head = head(path);
        for (int stream = 0; stream < streams; stream++) {
            frame(bytes, HEADERS, END_HEADERS, 2 * stream + 1, head);
        }
        frame(bytes, PING, 0, 0, new byte[8]);
        open.socket.getOutputStream().write(bytes.toByteArray());
        open.awaitPing();
        return open;
    }

    private void awaitPing() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int type;
        do {
            int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            type = in.readUnsignedByte();
            in.skipNBytes(5L + length);
        } while (type != PING);
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags});
        out.write(new byte[] {0, 0, (byte) (stream >> 8), (byte) stream});
        out.write(payload);
    }

    /** Literal fields without indexing (RFC 7541 section 6.2.2). */
    private static byte[] head(String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        String[] fields = {
            ":method",
            "POST",
            ":scheme",
            "http",
            ":path",
            path,
            ":authority",
            "127.0.0.1",
            "content-type",
            "application/json"
        };
        for (int i = 0; i < fields.length; i++) {
            if (i % 2 == 0) {
                block.write(0);
            }
            block.write(fields[i].length());
            block.writeBytes(fields[i].getBytes(StandardCharsets.US_ASCII));
        }
        return block.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
