package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.e2e.clients.FaultyWay.Fault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Segment's and Rudder's browser clients in a page of another origin, which boots from what the door tells it. */
@ExtendWith(DoorStack.class)
class BrowserClientsIT {
    private static final int FAILURES = 2;

    @ParameterizedTest
    @EnumSource(BrowserClient.class)
    @Execution(ExecutionMode.CONCURRENT)
    void everyCallArrivesOnceAndAsWhatItIs(BrowserClient client, Door door) {
        Person person = door.person("userId");

        List<ShopEvent> events = calls(client, door, person, "");

        Calls.assertOnce(events, client.calls());
    }

    @ParameterizedTest
    @MethodSource("clientsAndFaults")
    @Execution(ExecutionMode.CONCURRENT)
    void whatFailedIsSentAgainWithoutLossOrDuplicate(BrowserClient client, Fault fault, Door door) {
        Person person = door.person("userId");
        try (FaultyWay way = new FaultyWay(door.address(), fault, FAILURES)) {
            List<ShopEvent> events =
                    calls(client, door, person, "&api=" + way.address().getAuthority() + "/v1");

            assertThat(way.posts()).isGreaterThan(FAILURES);
            Calls.assertOnce(events, client.calls());
        }
    }

    static Stream<Arguments> clientsAndFaults() {
        return Arrays.stream(BrowserClient.values())
                .flatMap(client -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(client, fault)));
    }

    /** What has arrived while the page is open: it sends in the background. */
    static List<ShopEvent> calls(BrowserClient client, Door door, Person person, String more) {
        Chromium chromium = Chromium.ofTheMachine();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer pages = SimpleFileServer.createFileServer(
                anyPort, Node.withClients().folder(), SimpleFileServer.OutputLevel.NONE);
        pages.start();
        try {
            String address = "http://127.0.0.1:" + pages.getAddress().getPort() + "/" + client.page() + "?door="
                    + door.address() + "&key=" + Door.WRITE_KEY + "&user=" + person.id() + more;
            return chromium.open(address, _ -> door.arrived(client.calls().size(), person));
        } finally {
            pages.stop(0);
        }
    }
}
