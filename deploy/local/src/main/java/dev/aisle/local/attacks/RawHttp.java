package dev.aisle.local.attacks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 as bytes on a socket of this machine. */
final class RawHttp {
    private static final int PAUSE_MILLIS = 1_000;
    /** A service that is busy begins its answer when it can. */
    private static final int MOST_MILLIS = 60_000;

    private RawHttp() {}

    /** The whole answer to a request, as text; what came until the patience ended when the other side keeps the connection. */
    static String exchange(int port, String request, int seconds) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MOST_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8_192];
            try {
                int read = socket.getInputStream().read(buffer);
                socket.setSoTimeout(seconds * 1_000);
                while (read >= 0) {
                    answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    read = socket.getInputStream().read(buffer);
                }
            } catch (SocketTimeoutException e) {
                return answer.isEmpty() ? "no answer within " + MOST_MILLIS / 1_000 + " s" : answer.toString();
            }
            return answer.toString();
        }
    }

    /** Sends a header line each second; true when the other side ends the connection before the time is over. */
    static boolean drip(int port, int seconds) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PAUSE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write("GET /v1/operations HTTP/1.1\r\nHost: 127.0.0.1\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int line = 0; line < seconds; line++) {
                if (endsAfter(out, socket, "X-Slow-" + line + ": a\r\n")) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whatever comes before the request is complete is the connection's end: 408, the end of the stream, a reset. */
    private static boolean endsAfter(OutputStream out, Socket socket, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static String firstLine(String answer) {
        return answer.lines().findFirst().orElse("nothing");
    }
}
