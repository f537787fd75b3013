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

/** A request that announces a body which nobody should wait for; none of it is sent. */
final class HugeBody {
    private HugeBody() {}

    /** The status that is answered to the announcement. */
    static int announce(String path, long bytes) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + TestTokens.withRoles(Role.STOREFRONT, Role.PRIVACY_OFFICER)
                + "\r\nContent-Length: " + bytes + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }
}
