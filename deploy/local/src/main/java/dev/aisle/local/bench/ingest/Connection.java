package dev.aisle.local.bench.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** One keep-alive connection that knows just enough HTTP/1.1 to send prepared bytes and read an answer with a length. */
final class Connection implements AutoCloseable {
    private static final String LENGTH = "content-length:";
    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[4_096];
    private byte[] body = new byte[65_536];

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
        for (int size = readLine(); size > 0; size = readLine()) {
            if (startsWith(LENGTH, size)) {
                length = number(LENGTH.length(), size);
            }
        }
        readBody(length);
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

    private void readBody(int length) throws IOException {
        if (length > body.length) {
            body = new byte[length];
        }
        if (in.readNBytes(body, 0, length) < length) {
            throw new EOFException("The answer ended before its end");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
