package dev.aisle.local.bench.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.bench.load.Requests;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs broker, database, issuer and recommender-service alone, in a home of their own, gives the assistant many articles and asks it the questions of the project's set
 * over HTTP at a fixed rate, each a message of one of many conversations. The client shares the cores.
 */
public final class AssistantBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.RECOMMENDER);
    private static final int PORTS_ABOVE = 900;
    private static final int CONNECTIONS = 20;
    private static final int TOGETHER = 500;
    private static final int CHANGES = 10;
    /** A conversation may send a message a second. */
    private static final int CONVERSATIONS_A_MESSAGE = 10;

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String LAST = "zanzibarquestion";

    private final Layout layout;
    private final Progress progress;
    private final int articles;
    private final int rate;
    private final Duration duration;

    public AssistantBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-assistant"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.articles = arguments.number("articles", 10_000);
        this.rate = arguments.number("rate", 20);
        this.duration = Duration.ofSeconds(arguments.number("seconds", 60));
    }

    /** Measures; the data is deleted at the end. */
    public int run() {
        var stack = new Stack(
                layout,
                progress,
                Map.of(Part.RECOMMENDER, new Tuning(List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"), Map.of())));
        stack.down();
        stack.wipe();
        try {
            stack.up(PARTS);
            measure();
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void measure() {
        var api = new ApiClient(layout.ports());
        var made = new MadeArticles(layout.project());
        progress.step(String.format(Locale.ROOT, "importing %,d articles", articles));
        long begin = System.nanoTime();
        importAll(api, made.articles(articles));
        awaitSearchable(api);
        figure(String.format(
                Locale.ROOT,
                "%,d articles imported and searchable after %.1f s",
                articles,
                (System.nanoTime() - begin) / 1e9));
        Waiting.require(
                PATIENCE,
                Duration.ofMillis(500),
                () -> Optional.of(EvaluateAssistant.waiting(api)).filter(number -> number == 0),
                () -> "The articles weren't read in time.");
        figure(String.format(
                Locale.ROOT,
                "%,d articles found by meaning too after %.1f s",
                articles,
                (System.nanoTime() - begin) / 1e9));
        awaitChange(api);
        var questions = made.questions();
        progress.step("asking for " + WARM_UP.toSeconds() + " s to warm up");
        ask(api, questions, WARM_UP);
        figure(ask(api, questions, duration).told("answers over HTTP at a fixed rate"));
    }

    private void importAll(ApiClient api, List<String> all) {
        for (int from = 0; from < all.size(); from += TOGETHER) {
            take(api, String.join("\n", all.subList(from, Math.min(all.size(), from + TOGETHER))));
        }
        take(api, "---\nid: last\nlocale: en\ntitle: " + LAST + "\n---\nThe " + LAST + " is answered here.\n");
    }

    private static void take(ApiClient api, String markdown) {
        api.require(Call.post(
                        Part.RECOMMENDER, "/v1/articles/import?state=approved", markdown, "text/markdown;charset=UTF-8")
                .as("marketer"));
    }

    private static void awaitSearchable(ApiClient api) {
        var search = Call.get(Part.RECOMMENDER, "/v1/knowledge/search?locale=en&q=" + LAST)
                .as("storefront");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!api.require(search).body().contains("\"last\"")) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailure("The articles weren't searchable in time.");
            }
            Waiting.pause(Duration.ofMillis(500));
        }
    }

    /** How long it takes until an article that is approved is searchable, among all the others. */
    private void awaitChange(ApiClient api) {
        double longest = 0;
        for (int change = 0; change < CHANGES; change++) {
            String word = "quagga" + "abcdefghij".charAt(change);
            long begin = System.nanoTime();
            take(
                    api,
                    "---\nid: change-" + change + "\nlocale: en\ntitle: " + word + "\n---\nThe " + word + " is new.\n");
            var search = Call.get(Part.RECOMMENDER, "/v1/knowledge/search?locale=en&q=" + word)
                    .as("storefront");
            String expected = "\"change-" + change + "\"";
            Waiting.require(
                    PATIENCE,
                    Duration.ofMillis(20),
                    () -> Optional.of(expected).filter(api.require(search).body()::contains),
                    () -> "An approved article isn't found.");
            longest = Math.max(longest, (System.nanoTime() - begin) / 1e9);
        }
        figure(String.format(
                Locale.ROOT, "an approved article is found among them after %.2f s (longest of %d)", longest, CHANGES));
    }

    private Outcome ask(ApiClient api, List<String> questions, Duration span) {
        List<JsonNode> conversations = new ArrayList<>();
        for (int i = 0; i < rate * CONVERSATIONS_A_MESSAGE; i++) {
            var body = Json.object().put("locale", "en");
            conversations.add(api.require(Call.post(Part.RECOMMENDER, "/v1/conversations", body)
                            .as("storefront"))
                    .json());
        }
        return new Load(CONNECTIONS, span, rate)
                .send(
                        layout.ports().http(Part.RECOMMENDER).getPort(),
                        connection -> requests(conversations, questions, connection));
    }

    /** Each connection has conversations of its own, so that no message comes before the answer to the one before. */
    private static Requests requests(List<JsonNode> conversations, List<String> questions, int connection) {
        return new Requests() {
            private int sent;

            @Override
            public byte[] next() {
                int own = conversations.size() / CONNECTIONS;
                var conversation = conversations.get(connection * own + sent % own);
                var question = questions.get((connection * 37 + sent * CONNECTIONS) % questions.size());
                sent++;
                return request(conversation, Json.object().put("text", question).toString());
            }
        };
    }

    private static byte[] request(JsonNode conversation, String body) {
        var head = "POST /v1/conversations/" + conversation.path("id").asText() + "/messages"
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: text/event-stream"
                + "\r\nAisle-Conversation: " + conversation.path("token").asText() + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
