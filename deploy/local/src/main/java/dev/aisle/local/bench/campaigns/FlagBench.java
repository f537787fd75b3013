package dev.aisle.local.bench.campaigns;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.bench.load.ProcessTime;
import dev.aisle.local.bench.load.Requests;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.bench.profile.Tables;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Runs broker, database, issuer and campaign-service alone, in a home of their own, with running experiments, and evaluates one flag at a time by OFREP:
 * for people of whom nothing is kept, for those who are exposed for the first time, and for those who were. The client shares the cores; what
 * counts is the CPU time of the service.
 */
public final class FlagBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN);
    private static final int PORTS_ABOVE = 800;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 32;
    private static final int EXPERIMENTS = 20;

    private final Layout layout;
    private final Progress progress;
    private final int people;
    private final Duration duration;

    public FlagBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-flags"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.people = arguments.number("people", 20_000);
        this.duration = Duration.ofSeconds(arguments.number("seconds", 15));
    }

    /** Measures; the data is deleted at the end. */
    public int run() {
        var stack = new Stack(
                layout,
                progress,
                Map.of(Part.CAMPAIGN, new Tuning(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"), Map.of())));
        stack.down();
        stack.wipe();
        try {
            stack.up(PARTS);
            measure(stack);
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void measure(Stack stack) {
        var api = new ApiClient(layout.ports());
        progress.step(String.format(Locale.ROOT, "%d running experiments, %,d people", EXPERIMENTS, people));
        MadeExperiments.run(layout.ports(), EXPERIMENTS);
        try (var feeder = new Feeder(layout.ports())) {
            feeder.grant(people, List.of(Purpose.ANALYTICS));
        }
        progress.step("evaluating for " + WARM_UP.toSeconds() + " s to warm up");
        evaluate(api, WARM_UP, "bench-0", true);
        awaitConsent(api);
        evaluate(api, WARM_UP, "bench-0", true);
        figure(timed(stack, api, "bench-0", false, "one flag, of whom nothing is kept"));
        figure(timed(
                stack,
                api,
                "bench-1",
                true,
                "one flag, of people who allow analytics, most of them for the first time"));
        figure(timed(stack, api, "bench-1", true, "one flag, the same people again"));
        try (var tables = new Tables(layout.ports(), "campaign")) {
            figure(String.format(
                    Locale.ROOT, "%,d exposures are kept", tables.number("select count(*) from experiment_exposure")));
        }
    }

    /** The last one who was granted is kept as soon as the others are. */
    private void awaitConsent(ApiClient api) {
        var body = body(MadeEvents.pseudonym(people - 1));
        var last = Call.post(Part.CAMPAIGN, "/ofrep/v1/evaluate/flags/bench-2", body, "application/json")
                .as("storefront");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var tables = new Tables(layout.ports(), "campaign")) {
            while (tables.number("select count(*) from experiment_exposure where experiment_id = 'bench-2'") == 0) {
                if (System.nanoTime() > deadline) {
                    throw new CommandFailure("campaign-service didn't read the consents.");
                }
                Waiting.pause(Duration.ofMillis(300));
                api.require(last);
            }
        }
    }

    private String timed(Stack stack, ApiClient api, String flag, boolean known, String what) {
        var service = stack.pid(Part.CAMPAIGN);
        var database = stack.pid(Part.POSTGRES);
        var before = new double[] {ProcessTime.ofTree(service), ProcessTime.ofTree(database)};
        var outcome = evaluate(api, duration, flag, known);
        double perService = (ProcessTime.ofTree(service) - before[0]) / Math.max(1, outcome.accepted());
        double perDatabase = (ProcessTime.ofTree(database) - before[1]) / Math.max(1, outcome.accepted());
        return outcome.told(what)
                + String.format(
                        Locale.ROOT,
                        "; CPU an evaluation: service %.3f ms, database %.3f ms: %,.0f/s a core of the service, %,.0f/s of both",
                        perService * 1e3,
                        perDatabase * 1e3,
                        1 / perService,
                        1 / (perService + perDatabase));
    }

    private Outcome evaluate(ApiClient api, Duration span, String flag, boolean known) {
        var authorization = api.authorization(
                Call.post(Part.CAMPAIGN, "/", "{}", "application/json").as("storefront"));
        return new Load(CONNECTIONS, span, 0)
                .send(
                        layout.ports().http(Part.CAMPAIGN).getPort(),
                        connection -> requests(authorization, flag, known, connection));
    }

    private Requests requests(String authorization, String flag, boolean known, int connection) {
        var random = new SplittableRandom(connection + System.nanoTime());
        var head = "POST /ofrep/v1/evaluate/flags/" + flag
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: " + authorization
                + "\r\nContent-Length: ";
        return () -> {
            var body = body(MadeEvents.pseudonym(random.nextInt(people) + (known ? 0 : people)));
            return (head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static String body(String pseudonym) {
        return "{\"context\":{\"targetingKey\":\"" + pseudonym + "\",\"country\":\"DE\"}}";
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
