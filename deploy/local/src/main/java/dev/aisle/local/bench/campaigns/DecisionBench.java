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
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Runs broker, database, issuer and campaign-service alone, in a home of their own, with many campaigns that all want one placement, and asks over
 * HTTP for decisions of people who allow personalization: at a fixed rate, each timed from when it was due. The client shares the cores.
 */
public final class DecisionBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN);
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 64;
    private static final int WARMING_CONNECTIONS = 8;
    private static final int WINDOWS = 3;

    private final BenchStack bench;
    private final int people;
    private final int campaigns;
    private final int rate;
    private final Duration duration;

    public DecisionBench(Arguments arguments, Layout layout, Progress progress) {
        this.bench = new BenchStack(layout, "bench-decisions", progress);
        this.people = arguments.number("shoppers", 50_000);
        this.campaigns = arguments.number("campaigns", 200);
        this.rate = arguments.number("rate", 1_000);
        this.duration = Duration.ofSeconds(arguments.number("seconds", 20));
    }

    /** Measures; the data is deleted at the end. */
    public int run() {
        try (var recommender = new PlayedRecommender()) {
            bench.run(PARTS, tuning(recommender), this::measure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private static Tuning tuning(PlayedRecommender recommender) {
        return new Tuning(
                List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"),
                Map.of("QUARKUS_GRPC_CLIENTS_RECOMMENDER_PORT", Integer.toString(recommender.port())));
    }

    private void measure(Stack stack) {
        bench.step(String.format(Locale.ROOT, "%,d people, %d running campaigns", people, campaigns));
        try (var feeder = new Feeder(bench.ports());
                var made = new MadeCampaigns(bench.ports())) {
            feeder.grant(people, List.of(Purpose.PERSONALIZATION));
            made.know(people);
            made.run(campaigns);
        }
        awaitConsent();
        bench.step("deciding for " + WARM_UP.toSeconds() + " s to warm up");
        decide(new Load(WARMING_CONNECTIONS, WARM_UP, 0), 0);
        bench.figure(timed(stack, new Load(WARMING_CONNECTIONS, duration, 0), 0, "decisions, as fast as they go"));
        for (int window = 1; window <= WINDOWS; window++) {
            bench.figure(timed(
                    stack,
                    new Load(CONNECTIONS, duration, rate),
                    0,
                    "decisions with " + campaigns + " running campaigns at a fixed rate, window " + window));
        }
        bench.figure(
                timed(
                        stack,
                        new Load(CONNECTIONS, duration, rate),
                        people,
                        "the machine's limit: the same request at the same rate for people who allow nothing, so that none is read, asked for or kept"));
        try (var tables = new Tables(bench.ports(), "campaign")) {
            bench.figure(String.format(
                    Locale.ROOT,
                    "%,d decisions are kept, %,d of them with a campaign",
                    tables.number("select count(*) from decision"),
                    tables.number("select count(campaign_id) from decision")));
        }
    }

    /** Those from {@code people} on allow nothing. Other work on the machine makes an answer late, and CPU time hardly more: so both are told. */
    private String timed(Stack stack, Load load, int from, String what) {
        var service = stack.pid(Part.CAMPAIGN);
        var database = stack.pid(Part.POSTGRES);
        var before = new double[] {ProcessTime.ofTree(service), ProcessTime.ofTree(database)};
        var outcome = decide(load, from);
        return outcome.told(what)
                + String.format(
                        Locale.ROOT,
                        "; CPU a decision: service %.2f ms, database %.2f ms",
                        (ProcessTime.ofTree(service) - before[0]) * 1e3 / Math.max(1, outcome.accepted()),
                        (ProcessTime.ofTree(database) - before[1]) * 1e3 / Math.max(1, outcome.accepted()));
    }

    /** Until the last of them counts as somebody who allows it, a decision would be the short one for everybody. */
    private void awaitConsent() {
        var api = new ApiClient(bench.ports());
        var last = Storefront.decide("account", MadeEvents.pseudonym(people - 1), List.of());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (api.require(last).json().at("/reason/code").asText().equals("no-consent")) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailure("campaign-service didn't read the consents.");
            }
            Waiting.pause(Duration.ofMillis(300));
        }
    }

    private Outcome decide(Load load, int from) {
        var authorization = new ApiClient(bench.ports())
                .authorization(Storefront.decide("bench", MadeEvents.pseudonym(0), List.of()));
        return load.send(
                bench.ports().http(Part.CAMPAIGN).getPort(), number -> requests(authorization, load, from, number));
    }

    private Requests requests(String authorization, Load load, int from, int connection) {
        var random = new SplittableRandom(connection + 1_000L * load.connections() + System.nanoTime());
        var head =
                "POST /v1/placements/landing-bench/decisions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: "
                        + authorization + "\r\nContent-Length: ";
        return () -> {
            var body =
                    "{\"subject\":\"" + MadeEvents.pseudonym(from + random.nextInt(people)) + "\",\"locale\":\"en\"}";
            return (head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
        };
    }
}
