package dev.aisle.local.bench.consoles;

import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.bench.profile.Tables;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.ConsolePages;
import dev.aisle.local.client.SignedInBrowser;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Runs the whole stack in a home of its own, gives it many people, signs in to the consoles and reads every page that their links lead to, one after
 * the other; prints each page's time from the request to its last byte.
 */
public final class ConsoleBench {
    private static final Map<Part, List<String>> AREAS = areas();
    /** Each service holds the consents of everybody. */
    private static final Tuning ROOMY = new Tuning(List.of("-Xmx1g", "-XX:+UseSerialGC"), Map.of());

    private static final int PORTS_ABOVE = 1_100;
    private static final int WARM_UPS = 10;
    private static final double USUALLY = 95;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Layout layout;
    private final Progress progress;
    private final int people;
    private final int tries;

    public ConsoleBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-consoles"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.people = arguments.number("people", 1_000_000);
        this.tries = arguments.number("tries", 40);
    }

    private static Map<Part, List<String>> areas() {
        var areas = new LinkedHashMap<Part, List<String>>();
        areas.put(Part.CAMPAIGN, List.of("campaigns", "experiments"));
        areas.put(Part.PROFILE, List.of("people"));
        areas.put(Part.RECOMMENDER, List.of("recommendations", "assistant"));
        areas.put(Part.PRIVACY, List.of("privacy"));
        areas.put(Part.INGEST, List.of("flow"));
        return areas;
    }

    /** Measures; the data is deleted at the end. */
    public int run() {
        var stack = new Stack(
                layout, progress, AREAS.keySet().stream().collect(Collectors.toMap(part -> part, _ -> ROOMY)));
        stack.down();
        stack.wipe();
        try {
            stack.up(Part.core());
            fill();
            measure();
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void fill() {
        progress.step(String.format(Locale.ROOT, "giving %,d people a session each", people));
        try (var feeder = new Feeder(layout.ports());
                var backlog = new Backlog(layout.ports())) {
            feeder.grant(people);
            feeder.sendAll(new MadeEvents(people, 1), people);
            for (var part : List.of(Part.PROFILE, Part.CAMPAIGN, Part.RECOMMENDER)) {
                if (!backlog.awaitCaughtUp(part, PATIENCE)) {
                    throw new CommandFailure(part.label() + " didn't take the events.");
                }
            }
        }
    }

    private void measure() {
        var browser = new SignedInBrowser();
        browser.signIn(layout.ports().http(Part.CAMPAIGN).resolve("/console/campaigns"));
        var slowest = 0.0;
        var number = 0;
        for (var area : AREAS.entrySet()) {
            for (var name : area.getValue()) {
                var first = layout.ports().http(area.getKey()).resolve("/console/" + name);
                for (var page : new ConsolePages(browser).from(first)) {
                    slowest = Math.max(slowest, time(browser, page));
                    number++;
                }
            }
        }
        try (var profiles = new Tables(layout.ports(), "profile")) {
            figure(String.format(
                    Locale.ROOT,
                    "%,d pages, %,d profiles: the slowest one's p95 is %.1f ms",
                    number,
                    profiles.number("select count(*) from person"),
                    slowest));
        }
    }

    /** Reads a page again and again; its 95th percentile in milliseconds. */
    private double time(SignedInBrowser browser, URI page) {
        var micros = new Histogram(3);
        var length = 0;
        for (int n = -WARM_UPS; n < tries; n++) {
            var start = System.nanoTime();
            var answer = browser.read(page);
            if (answer.statusCode() != 200) {
                throw new CommandFailure(page + " answered " + answer.statusCode() + ".");
            }
            length = answer.body().length();
            if (n >= 0) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            }
        }
        var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        progress.say(String.format(
                Locale.ROOT,
                "          p50 %6.1f  p95 %6.1f ms  %4d kB  %s",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(USUALLY) / 1e3,
                length / 1000,
                page.getPath() + query));
        return micros.getValueAtPercentile(USUALLY) / 1e3;
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
