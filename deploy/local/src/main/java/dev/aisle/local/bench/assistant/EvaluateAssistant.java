package dev.aisle.local.bench.assistant;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./aisle evaluate assistant}: how well the assistant understands and finds, on the project's questions. Runs broker, database, issuer and recommender-service alone,
 * in a home of their own, gives them the demo's articles and asks over HTTP.
 */
public final class EvaluateAssistant {
    private static final String WAITING = "aisle_assistant_passages_waiting";
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.RECOMMENDER);
    private static final int PORTS_ABOVE = 900;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final String REFUSED_INTENT = "out_of_scope";

    private final Layout layout;
    private final Progress progress;
    private final String part;
    private final Optional<Path> out;
    private final boolean shown;

    public EvaluateAssistant(Arguments arguments, Layout layout, Progress progress) {
        arguments.allow("port-base", "home", "part", "out", "show");
        if (!arguments.operands().equals(List.of("assistant"))) {
            throw new CommandFailure(
                    "Expected ./aisle evaluate assistant [--part development|final] [--out FOLDER] [--show misses].");
        }
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("evaluate-assistant"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.part = arguments.option("part").orElse("development");
        this.out = arguments.option("out").map(Path::of);
        this.shown = arguments.option("show").filter("misses"::equals).isPresent();
        if (!part.equals("development") && !part.equals("final")) {
            throw new CommandFailure("--part takes development or final, not \"" + part + "\".");
        }
        if (out.isPresent() && !Files.isDirectory(out.get())) {
            throw new CommandFailure("--out: there is no folder " + out.get() + ".");
        }
        if (shown && part.equals("final")) {
            throw new CommandFailure("--show misses is for the development part: nobody may tune on the final one.");
        }
    }

    /** Measures; the data of the stack is deleted at the end. */
    public int run() {
        var stack = new Stack(layout, progress, Map.of());
        stack.down();
        stack.wipe();
        try {
            stack.up(PARTS);
            tell(measure(new ApiClient(layout.ports())));
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void tell(List<LanguageFigures> figures) {
        var report = new AssistantReport(part, figures);
        progress.say(report.markdown());
        if (shown) {
            figures.forEach(one -> one.notFirst().forEach(progress::say));
        }
        out.ifPresent(folder -> report.write(folder).forEach(file -> progress.step("wrote " + layout.shown(file))));
    }

    private List<LanguageFigures> measure(ApiClient api) {
        var knowledge = layout.project().resolve("deploy/knowledge");
        progress.step("importing the demo's articles");
        api.require(Call.post(
                        Part.RECOMMENDER,
                        "/v1/articles/import?state=approved",
                        String.join("\n", new MadeArticles(layout.project()).demo()),
                        "text/markdown;charset=UTF-8")
                .as("marketer"));
        awaitRead(api);
        List<String> intents = new ArrayList<>();
        api.require(Call.get(Part.RECOMMENDER, "/v1/assistant/understanding").as("marketer"))
                .json()
                .at("/models/0/intents")
                .forEach(intent -> intents.add(intent.path("intent").asText()));
        List<LanguageFigures> figures = new ArrayList<>();
        for (String language : List.of("en", "zh")) {
            progress.step("asking the questions of " + language);
            var of = new LanguageFigures(language, intents);
            SetQuestion.of(knowledge, language).stream()
                    .filter(question -> question.part().equals(part))
                    .forEach(question -> ask(api, question, of));
            figures.add(of);
        }
        return figures;
    }

    /** Until every passage is found by meaning too. */
    private static void awaitRead(ApiClient api) {
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(waiting(api)).filter(number -> number == 0),
                () -> "The articles weren't read in time.");
    }

    /** How many texts the sentence models haven't read. */
    static double waiting(ApiClient api) {
        return api.require(Call.get(Part.RECOMMENDER, "/q/metrics").as("operator"))
                .body()
                .lines()
                .filter(line -> line.startsWith(WAITING))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("recommender-service has no meter " + WAITING + "."));
    }

    private static void ask(ApiClient api, SetQuestion question, LanguageFigures into) {
        JsonNode understood = api.require(Call.post(
                                Part.RECOMMENDER,
                                "/v1/assistant/understanding",
                                Json.object().put("text", question.text()))
                        .as("marketer"))
                .json();
        String intent = understood.path("intent").asText();
        into.intent(question, intent);
        Map<String, List<String>> found = new HashMap<>();
        boolean answered = false;
        for (String way : LanguageFigures.WAYS) {
            JsonNode answer =
                    search(api, question.text(), way, understood.path("locale").asText());
            List<String> articles = new ArrayList<>();
            answer.path("passages")
                    .forEach(passage -> articles.add(passage.path("article").asText()));
            found.put(way, articles);
            answered = way.equals("both")
                    && answer.at("/passages/0/confidence").asDouble()
                            >= answer.path("bar").asDouble();
        }
        into.refusal(question, intent.equals(REFUSED_INTENT) || !answered);
        if (!question.outOfScope() && !question.article().isEmpty()) {
            into.found(question, found);
        }
    }

    private static JsonNode search(ApiClient api, String text, String way, String locale) {
        String path = "/v1/knowledge/search?size=3&by=" + way + "&locale=" + locale + "&q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return api.require(Call.get(Part.RECOMMENDER, path).as("storefront")).json();
    }
}
