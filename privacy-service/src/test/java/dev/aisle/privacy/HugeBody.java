package dev.aisle.privacy;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request with a body that nobody should wait for. */
final class HugeBody {
    private HugeBody() {}

    /** The status that is answered to the announcement alone. */
    static int announce(String path, int bytes) throws IOException {
        return exchange(path, bytes, 0);
    }

    /** The status that a client reads which sends all of it before it looks. */
    static int send(String path, int bytes) throws IOException {
        return exchange(path, bytes, bytes);
    }

    private static int exchange(String path, int announced, int sent) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + TestTokens.withRoles(Role.STOREFRONT, Role.PRIVACY_OFFICER)
                + "\r\nContent-Length: " + announced + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[sent]);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }
}
