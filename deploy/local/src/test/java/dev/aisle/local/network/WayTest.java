package dev.aisle.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that says back what it hears, behind a way in every weather. */
class WayTest {
    private static final int PATIENCE_MILLIS = 60_000;
    private ServerSocket echo;
    private Way way;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var socket = echo.accept();
                    Thread.ofVirtual().start(() -> say(socket));
                }
            } catch (IOException e) {
                // Closed.
                return;
            }
        });
        way = Way.open(0, echo.getLocalPort());
    }

    private static void say(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // Cut.
            return;
        }
    }

    @AfterEach
    void close() throws IOException {
        way.close();
        echo.close();
    }

    @Test
    void fairWeatherHandsOn() throws IOException {
        try (var client = client()) {
            assertThat(said(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void aCutResetsWhatIsOpenAndWhatIsNew() throws IOException {
        try (var client = client()) {
            said(client, 1);

            way.is(Weather.CUT);

            assertThatThrownBy(() -> said(client, 2)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> {
                        try (var other = client()) {
                            said(other, 3);
                        }
                    })
                    .isInstanceOf(IOException.class);
            way.is(Weather.FAIR);
            try (var later = client()) {
                assertThat(said(later, 4)).isEqualTo(4);
            }
        }
    }

    @Test
    void silenceKeepsTheConnectionAndWhatWasSaidComesAfterwards() throws IOException {
        try (var client = client()) {
            said(client, 1);
            way.is(Weather.SILENT);
            client.setSoTimeout(200);
            client.getOutputStream().write(2);

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            way.is(Weather.FAIR);
            client.setSoTimeout(PATIENCE_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void latenessIsLate() throws IOException {
        way.is(Weather.late(Duration.ofMillis(50)));
        try (var client = client()) {
            var start = System.nanoTime();

            said(client, 1);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void aNewTargetIsForNewConnections() throws IOException {
        try (var one = client();
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            said(one, 1);
            way.lead(other.getLocalPort());
            other.setSoTimeout(PATIENCE_MILLIS);

            try (var two = client();
                    var taken = other.accept()) {
                assertThat(taken.isConnected()).isTrue();
                assertThat(two.isConnected()).isTrue();
                assertThat(said(one, 5)).isEqualTo(5);
            }
        }
    }

    @Test
    void aConnectionThatOneOfSeveralTargetsRefusesGoesToTheNext() throws IOException {
        int nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        try (var somebody = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            somebody.setSoTimeout(PATIENCE_MILLIS);
            way.lead(List.of(nobody, somebody.getLocalPort()));

            for (int i = 0; i < 4; i++) {
                try (var _ = client();
                        var taken = somebody.accept()) {
                    assertThat(taken.isConnected()).isTrue();
                }
            }
        }
    }

    private Socket client() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), way.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Says a byte and hears it; an end instead is a failure. */
    private static int said(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        var heard = socket.getInputStream().read();
        if (heard < 0) {
            throw new IOException("ended");
        }
        return heard;
    }
}
