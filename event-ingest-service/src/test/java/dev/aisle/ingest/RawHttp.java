package dev.aisle.ingest;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Requests that no HTTP client would send, byte by byte; the answer is the status. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    static int get(String method, String path) throws IOException {
        return exchange(method + " " + path + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n", new byte[0], 0);
    }

    static int post(String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange(head(path, "Content-Length: " + bytes.length, headers), bytes, 0);
    }

    /** The headers say that more, or less, would come than is sent, and nothing ends the request. */
    static int unfinished(String path, String length, String body, String... headers) throws IOException {
        return exchange(
                head(path, length, headers).replace("\r\nHost", "\r\nContent-Type: application/json\r\nHost"),
                body.getBytes(StandardCharsets.UTF_8),
                0);
    }

    /** A byte a second. */
    static int slowly(String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String length = "Content-Type: application/json\r\nContent-Length: " + bytes.length;
        return exchange(head(path, length, headers), bytes, 1_000);
    }

    private static String head(String path, String length, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: shop\r\n" + length + "\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    private static int exchange(String head, byte[] body, int millisPerByte) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Thread sending = Thread.ofVirtual().start(() -> send(socket, head, body, millisPerByte));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = answer.readLine();
            sending.interrupt();
            return status == null ? 0 : Integer.parseInt(status.split(" ", 3)[1]);
        }
    }

    /** The server may have answered and hung up before everything is sent. */
    private static void send(Socket socket, String head, byte[] body, int millisPerByte) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            if (millisPerByte == 0) {
                out.write(body);
            }
            for (int i = 0; millisPerByte > 0 && i < body.length && !Thread.interrupted(); i++) {
                out.write(body[i]);
                LockSupport.parkNanos(millisPerByte * 1_000_000L);
            }
        } catch (SocketException e) {
            // Answered: the status is read on the other side.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
