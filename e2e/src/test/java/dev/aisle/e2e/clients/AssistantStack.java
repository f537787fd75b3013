package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Packaged recommender-service beside packaged campaign-service, of which an experiment decides how long answers are, and the desk of a shop. */
final class AssistantStack implements AutoCloseable {
    static final String NEWER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    static final String OLDER = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String FLAG = "answers";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json";
    private static final String EXPERIMENT = """
        {"name": "Answers", "hypothesis": "Short answers are read.", "flag": "answers",
         "variations": [{"key": "long", "weight": 0.5, "value": "extractive"}, {"key": "short", "weight": 0.5, "value": "extractive:1"}],
         "metrics": [{"metric": "conversion", "role": "goal"}]}
        """;

    private final Stack stack;
    private final ApiClient api;
    private final HttpServer desk;
    private final LinkedBlockingQueue<ObjectNode> calls = new LinkedBlockingQueue<>();
    private @Nullable Victim recommender;

    private AssistantStack() throws IOException {
        Layout layout = new Layout(
                Path.of("..").toAbsolutePath().normalize(), Path.of("target/assistant"), new PortPlan(29280));
        this.stack = new Stack(layout, new Progress(System.out));
        this.api = new ApiClient(layout.ports());
        this.desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** A conversation. */
    record Opened(String id, String token) {}

    static AssistantStack started() throws IOException, InterruptedException {
        AssistantStack started = new AssistantStack();
        started.start();
        return started;
    }

    private void start() throws InterruptedException {
        desk.createContext("/", this::take);
        desk.start();
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN));
        send("PUT", Part.CAMPAIGN, "/v1/experiments/" + FLAG, "analyst", EXPERIMENT, "");
        send("POST", Part.CAMPAIGN, "/v1/experiments/" + FLAG + "/steps", "analyst", "{\"step\": \"start\"}", "\"r1\"");
        Victim service = Victim.service(stack.layout(), Part.RECOMMENDER, environment());
        recommender = service;
        service.start("");
        assertThat(service.awaitReady(Duration.ofMinutes(2)))
                .as("recommender-service is ready")
                .isTrue();
    }

    private Map<String, String> environment() {
        String key = send("POST", Part.CAMPAIGN, "/v1/client-keys", "analyst", "{\"name\": \"assistant\"}", "")
                .path("key")
                .textValue();
        return Map.of(
                "AISLE_ASSISTANT_HAND_OVER_URL",
                "http://127.0.0.1:" + desk.getAddress().getPort() + "/desk",
                "AISLE_ASSISTANT_HAND_OVER_SECRETS",
                NEWER + "," + OLDER,
                "AISLE_ASSISTANT_HAND_OVER_TRUSTED",
                "true",
                "AISLE_ASSISTANT_LEARNING_EXPERIMENT_FLAG",
                FLAG,
                "AISLE_ASSISTANT_LEARNING_EXPERIMENT_URL",
                stack.layout().ports().http(Part.CAMPAIGN).toString(),
                "AISLE_ASSISTANT_LEARNING_EXPERIMENT_CLIENT_KEY",
                key,
                "AISLE_ASSISTANT_LEARNING_EXPERIMENT_TIMEOUT",
                "PT30S",
                "AISLE_ASSISTANT_BURST",
                "30");
    }

    private JsonNode send(String method, Part part, String path, String as, String body, String tag) {
        Map<String, String> headers =
                tag.isEmpty() ? Map.of("Content-Type", TYPE) : Map.of("Content-Type", TYPE, "If-Match", tag);
        return api.require(new Call(method, part, path, as, body, headers)).json();
    }

    /** An article that answers from now on. */
    void publish(String id, String title, String text) {
        String path = "/v1/articles/" + id + "/en";
        String body = Json.object().put("title", title).put("body", text).toString();
        send("PUT", Part.RECOMMENDER, path, "marketer", body, "");
        send("POST", Part.RECOMMENDER, path + "/steps", "marketer", "{\"step\": \"submit\"}", "\"r1\"");
        send("POST", Part.RECOMMENDER, path + "/steps", "marketer", "{\"step\": \"approve\"}", "\"r2\"");
    }

    /** Of nobody known when the subject is empty. */
    Opened open(String subject, String locale) {
        ObjectNode body = Json.object().put("locale", locale);
        if (!subject.isEmpty()) {
            body.put("subject", subject);
        }
        JsonNode opened = send("POST", Part.RECOMMENDER, "/v1/conversations", "storefront", body.toString(), "");
        return new Opened(opened.path("id").asText(), opened.path("token").asText());
    }

    /** What is answered to a message. */
    JsonNode says(Opened conversation, String text) {
        return toConversation(
                conversation, "/messages", Json.object().put("text", text).toString());
    }

    /** A person is wanted. */
    void wantsAPerson(Opened conversation) {
        toConversation(conversation, "/person", "{}");
    }

    private JsonNode toConversation(Opened conversation, String path, String body) {
        return api.require(Call.post(Part.RECOMMENDER, "/v1/conversations/" + conversation.id() + path, body, TYPE)
                        .as("storefront")
                        .header("Accept", TYPE)
                        .header("Aisle-Conversation", conversation.token()))
                .json();
    }

    /** What campaign-service itself gives somebody. */
    String value(String unit) {
        String body = "{\"context\": {\"targetingKey\": \"" + unit + "\"}}";
        return send("POST", Part.CAMPAIGN, "/ofrep/v1/evaluate/flags/" + FLAG, "storefront", body, "")
                .path("value")
                .textValue();
    }

    PortPlan ports() {
        return stack.layout().ports();
    }

    /** What came to the desk, as {@code {"headers": …, "body": …}}. */
    LinkedBlockingQueue<ObjectNode> calls() {
        return calls;
    }

    private void take(HttpExchange exchange) throws IOException {
        ObjectNode call = JSON.createObjectNode();
        ObjectNode headers = call.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        call.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        desk.stop(0);
        if (recommender != null) {
            recommender.close();
        }
        stack.down();
        stack.wipe();
    }
}
