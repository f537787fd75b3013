package dev.aisle.local.bench.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The time from an event at the door to the mail that it triggers in the mail catcher, one person after the other: door, broker, campaign-service, the
 * vault of privacy-service and the mail server are the real ones.
 */
public final class TriggerBench {
    private static final Set<Part> PARTS =
            EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.MAIL, Part.INGEST, Part.CAMPAIGN, Part.PRIVACY);
    private static final int WARM_UP = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final List<String> PURPOSES = List.of("analytics", "personalization", "marketing_email");
    private static final String CAMPAIGN = "/v1/campaigns/bench-thanks";

    private final BenchStack bench;
    private final ApiClient api;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int tries;

    public TriggerBench(Arguments arguments, Layout layout, Progress progress) {
        this.bench = new BenchStack(layout, "bench-trigger", progress);
        this.api = new ApiClient(bench.ports());
        this.tries = arguments.number("tries", 100);
    }

    /** Measures; the data is deleted at the end. */
    public int run() {
        bench.run(PARTS, new Tuning(List.of(), Map.of()), this::measure);
        return 0;
    }

    private void measure(Stack stack) {
        start();
        bench.step((WARM_UP + tries) + " people allow e-mail and tell their address");
        var people = new ArrayList<String>();
        for (int number = 0; number < WARM_UP + tries; number++) {
            people.add(person(number));
        }
        people.forEach(this::takenIn);
        bench.step("each of them orders");
        var seconds = new ArrayList<Double>();
        for (int number = 0; number < people.size(); number++) {
            var took = order(people.get(number));
            if (number >= WARM_UP) {
                seconds.add(took);
            }
        }
        seconds.sort(Double::compare);
        bench.figure(String.format(
                Locale.ROOT,
                "event at the door to its mail in the catcher: p50 %.3f s, p90 %.3f s, p99 %.3f s, longest %.3f s, of %d people one after the other",
                rank(seconds, 0.5),
                rank(seconds, 0.9),
                rank(seconds, 0.99),
                seconds.getLast(),
                seconds.size()));
    }

    private static double rank(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /** A campaign that thanks for the first order at once. */
    private void start() {
        var definition = Json.object().put("name", "Thanks").put("kind", "loyalty");
        definition.putObject("trigger").put("type", "first_order");
        definition.putArray("channels").add("email");
        definition.put("holdout", 0);
        definition
                .putArray("variations")
                .addObject()
                .put("id", "only")
                .putObject("content")
                .putObject("en")
                .put("subject", "Thank you")
                .put("text", "Thanks for the order. {links.unsubscribe}");
        var saved = api.require(new Call(
                "PUT",
                Part.CAMPAIGN,
                CAMPAIGN,
                "demo",
                Json.write(definition),
                Map.of("Content-Type", "application/json")));
        var submitted = api.require(step("demo", "submit", saved.json()));
        api.require(step("marketer", "approve", submitted.json()));
    }

    private static Call step(String client, String step, JsonNode campaign) {
        return Call.post(Part.CAMPAIGN, CAMPAIGN + "/steps", Json.object().put("step", step))
                .as(client)
                .header("If-Match", "\"r" + campaign.path("revision").asText() + "\"");
    }

    private String person(int number) {
        var customer = "bench-" + number;
        api.require(Storefront.grant(customer, PURPOSES));
        var pseudonym = Storefront.pseudonymOf(api.require(Storefront.pseudonym(customer)));
        api.require(new Call(
                "PUT",
                Part.PRIVACY,
                "/v1/vault/" + pseudonym,
                "storefront",
                Json.write(Json.object().put("email", address(customer))),
                Map.of("Content-Type", "application/json")));
        return customer;
    }

    private static String address(String customer) {
        return customer + "@shopper.example";
    }

    /** The door learns of a grant from a topic: the first moments it still drops. */
    private void takenIn(String customer) {
        Waiting.require(
                PATIENCE,
                Duration.ofMillis(100),
                () -> Optional.of(api.require(
                                        Storefront.view(customer, Json.object().put("productId", "tea")))
                                .json())
                        .filter(answer -> answer.path("accepted").asInt() == 1),
                () -> "The door still drops the events of somebody who has consented.");
    }

    /** Seconds until the mail is there. */
    private double order(String customer) {
        var properties = Json.object()
                .put("order_id", "order-" + customer)
                .put("total", 20)
                .put("currency", "EUR");
        properties
                .putArray("products")
                .addObject()
                .put("product_id", "tea")
                .put("price", 20)
                .put("quantity", 1);
        var start = System.nanoTime();
        api.require(Storefront.track(customer, "Order Completed", properties));
        Waiting.require(
                PATIENCE,
                LOOK,
                () -> Optional.of(caught()).filter(page -> page.contains(address(customer))),
                () -> "No mail came to " + address(customer) + ".");
        return (System.nanoTime() - start) / 1e9;
    }

    private String caught() {
        try {
            URI page = bench.ports().http(Part.MAIL).resolve("/");
            return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
