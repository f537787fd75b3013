package dev.aisle.local.bench.serving;

import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Requests;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;

/** Asks for lists of ten with reasons, of people at random, each timed from when it was due. */
final class Lists {
    private static final int CONNECTIONS = 32;

    private final PortPlan ports;
    private final ApiClient api;
    private final int people;

    Lists(PortPlan ports, int people) {
        this.ports = ports;
        this.api = new ApiClient(ports);
        this.people = people;
    }

    /** As many as it gives, so that the service compiles what is hot before anything is timed. */
    void warm(Duration duration) {
        send(new Load(CONNECTIONS / 4, duration, 0));
    }

    /** As many a second as the service gives. */
    String most(Duration duration) {
        return told("lists, as fast as they go", send(new Load(CONNECTIONS, duration, 0)));
    }

    /** So many a second for some time, whether or not the service keeps up. */
    String at(String what, int rate, Duration duration) {
        return told(what, send(new Load(CONNECTIONS, duration, rate)));
    }

    private Load.Outcome send(Load load) {
        var authorization = api.authorization(Storefront.recommend(MadeEvents.pseudonym(0), 10));
        return load.send(ports.http(Part.RECOMMENDER).getPort(), number -> requests(authorization, number));
    }

    private Requests requests(String authorization, int connection) {
        var random = new SplittableRandom(connection);
        return () -> {
            var call = Storefront.recommend(MadeEvents.pseudonym(random.nextInt(people)), 10);
            var body = call.body().getBytes(StandardCharsets.UTF_8);
            var head = "POST " + call.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            return (head + call.body()).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String told(String what, Load.Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f/s, %,d answered, %,d refused, others by status %s%s (p50 %.2f, p95 %.2f, p99 %.2f, p99.9 %.2f ms)",
                what,
                outcome.accepted() / outcome.seconds(),
                outcome.accepted(),
                outcome.refused(),
                outcome.failures(),
                outcome.complaint().isEmpty() ? "" : " that said " + outcome.complaint(),
                outcome.millis(50),
                outcome.millis(95),
                outcome.millis(99),
                outcome.millis(99.9));
    }
}
