package dev.aisle.e2e.security;

import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that says how much it is going to send, and sends nothing. */
final class Announcement {
    private static final int PATIENCE_MILLIS = 10_000;

    private Announcement() {}

    /** The status of the answer. */
    static int of(PortPlan ports, Part part, String method, String path, long bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.of(part))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head = method + " " + path + " HTTP/1.1\r\nHost: " + ports.address(part)
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " of " + part.label(), e);
        }
    }
}
