package dev.aisle.local.bench.profile;

import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.bench.load.Requests;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Reads the profiles of people at random, each timed from when it was due. */
final class Reads {
    private static final int CONNECTIONS = 32;
    private static final int WARMING_CONNECTIONS = 8;

    private final PortPlan ports;
    private final ApiClient api;
    private final List<String> people;

    Reads(PortPlan ports, List<String> people) {
        this.ports = ports;
        this.api = new ApiClient(ports);
        this.people = people;
    }

    /** Reads one after the other, so that the service compiles what is hot before anything is timed. */
    void warm(Duration duration) {
        send(new Load(WARMING_CONNECTIONS, duration, 0));
    }

    /** As many a second as the service gives. */
    String most(Duration duration) {
        return send(new Load(CONNECTIONS, duration, 0)).told("reads, as fast as they go");
    }

    /** So many a second for some time, whether or not the service keeps up. */
    String at(int rate, Duration duration) {
        return send(new Load(CONNECTIONS, duration, rate)).told("reads at a fixed rate");
    }

    private Outcome send(Load load) {
        var authorization = api.authorization(Storefront.profile(people.getFirst()));
        return load.send(ports.http(Part.PROFILE).getPort(), number -> requests(authorization, number));
    }

    private Requests requests(String authorization, int connection) {
        var random = new SplittableRandom(connection);
        var rest = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization + "\r\n\r\n";
        return () -> {
            var person = people.get(random.nextInt(people.size()));
            return ("GET " + Storefront.profile(person).path() + rest).getBytes(StandardCharsets.US_ASCII);
        };
    }
}
