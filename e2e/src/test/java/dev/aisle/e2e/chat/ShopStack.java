package dev.aisle.e2e.chat;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The demo shop with the packaged services that its assistant needs, and one article in each language. */
final class ShopStack implements AutoCloseable {
    static final String ENGLISH = "Returns take fourteen days.";
    static final String CHINESE = "退货期限为十四天。";

    private final Stack stack;
    private final ApiClient api;

    private ShopStack(Stack stack) {
        this.stack = stack;
        this.api = new ApiClient(stack.layout().ports());
    }

    static ShopStack started() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Stack stack =
                new Stack(new Layout(project, Path.of("target/chat"), new PortPlan(28680)), new Progress(System.out));
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.SHOP, Part.INGEST, Part.RECOMMENDER));
        ShopStack shop = new ShopStack(stack);
        shop.publish("en", "How long may I return things?", ENGLISH);
        shop.publish("zh", "退货期限有多长？", CHINESE);
        return shop;
    }

    private void publish(String locale, String title, String text) {
        String path = "/v1/articles/return-period/" + locale;
        String body = Json.object()
                .put("title", title)
                .put("body", text)
                .put("url", "/" + locale + "/help/return-period")
                .toString();
        Map<String, String> type = Map.of("Content-Type", "application/json");
        api.require(new Call("PUT", Part.RECOMMENDER, path, "marketer", body, type));
        step(path, "submit");
        step(path, "approve");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> found(title, locale).path("passages").size() > 0);
    }

    private JsonNode found(String question, String locale) {
        String path =
                "/v1/knowledge/search?locale=" + locale + "&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
        return api.once(Call.get(Part.RECOMMENDER, path).as("storefront")).json();
    }

    private void step(String path, String step) {
        Reply now = api.require(Call.get(Part.RECOMMENDER, path).as("marketer"));
        String tag = "\"r" + now.json().path("revision").asText() + "\"";
        api.require(new Call(
                "POST",
                Part.RECOMMENDER,
                path + "/steps",
                "marketer",
                "{\"step\": \"" + step + "\"}",
                Map.of("Content-Type", "application/json", "If-Match", tag)));
    }

    URI shop() {
        return stack.layout().ports().http(Part.SHOP);
    }

    URI service() {
        return stack.layout().ports().http(Part.RECOMMENDER);
    }

    @Override
    public void close() {
        stack.down();
    }
}
