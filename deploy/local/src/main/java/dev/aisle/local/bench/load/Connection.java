package dev.aisle.local.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection that knows just enough HTTP/1.1 to send prepared bytes and read an answer with a length or in chunks. */
final class Connection implements AutoCloseable {
    private static final String LENGTH = "content-length:";
    private static final int LONGEST_SAID = 300;
    private static final String CHUNKED = "transfer-encoding: chunked";
    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[4_096];
    private byte[] body = new byte[65_536];
    private int read;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    /** Sends a request and reads its answer; the status. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = status();
        var length = 0;
        var chunked = false;
        for (int size = readLine(); size > 0; size = readLine()) {
            if (startsWith(LENGTH, size)) {
                length = number(LENGTH.length(), size);
            }
            chunked |= startsWith(CHUNKED, size);
        }
        if (chunked) {
            readChunks();
        } else {
            readBody(length);
        }
        return status;
    }

    private int status() throws IOException {
        var size = readLine();
        return size < 12 ? 0 : number(9, 12);
    }

    private int readLine() throws IOException {
        var size = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection was closed within an answer");
            }
            if (b != '\r' && size < line.length) {
                line[size++] = (byte) b;
            }
        }
        return size;
    }

    private boolean startsWith(String name, int size) {
        if (size < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(line[i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to) {
        var number = 0;
        for (int i = from; i < to; i++) {
            number = line[i] >= '0' && line[i] <= '9' ? number * 10 + line[i] - '0' : number;
        }
        return number;
    }

    /** The begin of the last answer's body. */
    String said() {
        return new String(body, 0, Math.min(read, LONGEST_SAID), StandardCharsets.UTF_8);
    }

    private void readChunks() throws IOException {
        int length;
        do {
            length = hexadecimal(readLine());
            readBody(length);
            readLine();
        } while (length > 0);
    }

    private int hexadecimal(int size) {
        return Integer.parseInt(new String(line, 0, size, StandardCharsets.US_ASCII), 16);
    }

    private void readBody(int length) throws IOException {
        if (length > body.length) {
            body = new byte[length];
        }
        read = length == 0 ? read : length;
        if (in.readNBytes(body, 0, length) < length) {
            throw new EOFException("The answer ended before its end");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
