package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.e2e.clients.FaultyWay.Fault;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Segment's and Rudder's clients from npm, in Node. */
@ExtendWith(DoorStack.class)
class NpmClientsIT {
    private static final int FAILURES = 2;

    @ParameterizedTest
    @EnumSource(NpmClient.class)
    @Execution(ExecutionMode.CONCURRENT)
    void everyCallArrivesOnceAndAsWhatItIs(NpmClient client, Door door) {
        Person person = door.person("userId");

        makeCalls(client, door.address(), person, ids());

        Calls.assertAllOnce(door.arrived(Calls.count(), person));
    }

    @ParameterizedTest
    @MethodSource("clientsAndFaults")
    @Execution(ExecutionMode.CONCURRENT)
    void whatFailedIsSentAgainWithoutLossOrDuplicate(NpmClient client, Fault fault, Door door) {
        Person person = door.person("userId");
        try (FaultyWay way = new FaultyWay(door.address(), fault, FAILURES)) {
            makeCalls(client, way.address(), person, ids());

            assertThat(way.posts()).isGreaterThan(FAILURES);
        }
        Calls.assertAllOnce(door.arrived(Calls.count(), person));
    }

    @ParameterizedTest
    @EnumSource(NpmClient.class)
    @Execution(ExecutionMode.CONCURRENT)
    void theSameBatchTwiceIsOne(NpmClient client, Door door) {
        Person person = door.person("userId");
        String ids = ids();

        makeCalls(client, door.address(), person, ids);
        makeCalls(client, door.address(), person, ids);

        Calls.assertAllOnce(door.arrived(Calls.count(), person));
    }

    static Stream<Arguments> clientsAndFaults() {
        return Arrays.stream(NpmClient.values())
                .flatMap(client -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(client, fault)));
    }

    /** The beginning of the message ids. */
    private static String ids() {
        return UUID.randomUUID().toString();
    }

    private static void makeCalls(NpmClient client, URI door, Person person, String ids) {
        Node.withClients().run(client.script(), door.toString(), Door.WRITE_KEY, person.id(), ids);
    }
}
