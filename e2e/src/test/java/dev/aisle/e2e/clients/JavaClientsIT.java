package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.e2e.clients.FaultyWay.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Segment's and Rudder's clients from Maven Central. Side by side, because they wait up to half a minute before they try again. */
@ExtendWith(DoorStack.class)
class JavaClientsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int FAILURES = 1;

    @ParameterizedTest
    @EnumSource(JavaClient.class)
    @Execution(ExecutionMode.CONCURRENT)
    void everyCallArrivesOnceAndAsWhatItIs(JavaClient client, Door door) {
        Person person = door.person("userId");

        callAndWait(client, door.address(), person);

        Calls.assertAllOnce(door.arrived(Calls.count(), person));
    }

    @ParameterizedTest
    @MethodSource("clientsAndFaults")
    @Execution(ExecutionMode.CONCURRENT)
    void whatFailedIsSentAgainWithoutLossOrDuplicate(JavaClient client, Fault fault, Door door) {
        Person person = door.person("userId");
        try (FaultyWay way = new FaultyWay(door.address(), fault, FAILURES)) {
            callAndWait(client, way.address(), person);

            assertThat(way.posts()).isGreaterThan(FAILURES);
        }
        Calls.assertAllOnce(door.arrived(Calls.count(), person));
    }

    static Stream<Arguments> clientsAndFaults() {
        return Arrays.stream(JavaClient.values())
                .flatMap(client -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(client, fault)));
    }

    private static void callAndWait(JavaClient client, URI door, Person person) {
        AtomicInteger delivered = new AtomicInteger();
        client.makeCalls(door, person.id(), delivered);
        await(client + " to have delivered everything").atMost(PATIENCE).until(() -> delivered.get() == Calls.count());
    }
}
