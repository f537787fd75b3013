package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People who all look at one product, get a list and a decision, see an experiment and order; and the things that count them. */
final class Crowd {
    private static final int AT_ONCE = 6;
    private static final int CENTS = 7_777;

    private final Target target;
    private final String mark = Target.unique("crowd");

    Crowd(Target target) {
        this.target = target;
    }

    /** The product that all look at; the segment, the campaign and the experiment have its name too. */
    String mark() {
        return mark;
    }

    /** Products, a campaign that mails after a first order, an experiment, and a segment. */
    void open() {
        StringBuilder products = new StringBuilder();
        for (String id : List.of(mark, mark + "-1", mark + "-2", mark + "-3")) {
            products.append(Json.write(Json.object()
                            .put("productId", id)
                            .put("title", "Mug " + id)
                            .put("category", "Attacks > Mugs")
                            .put("brand", "Attacks")))
                    .append('\n');
        }
        target.require(Call.post(Part.INGEST, "/v1/products", products.toString(), "application/x-ndjson")
                .as("operator"));
        target.require(put(Part.PROFILE, "/v1/segments/" + mark, segment()));
        ObjectNode saved = (ObjectNode) target.require(put(Part.CAMPAIGN, "/v1/campaigns/" + mark, campaign()))
                .json();
        JsonNode submitted =
                target.require(step("demo", "/v1/campaigns/", "submit", saved)).json();
        target.require(step("marketer", "/v1/campaigns/", "approve", submitted));
        target.require(put(
                Part.CAMPAIGN,
                "/v1/flags/" + mark,
                Json.object().put("on", true).put("default", "a")));
        JsonNode experiment = target.require(put(Part.CAMPAIGN, "/v1/experiments/" + mark, experiment()))
                .json();
        target.require(step("demo", "/v1/experiments/", "start", experiment));
    }

    private ObjectNode segment() {
        return Json.object().put("name", mark).put("text", "did(product_view where product = \"" + mark + "\")");
    }

    private static ObjectNode campaign() {
        ObjectNode campaign =
                Json.object().put("name", "Thanks").put("kind", "loyalty").put("holdout", 0);
        campaign.putObject("trigger").put("type", "first_order");
        campaign.putArray("channels").add("email");
        campaign.putArray("variations")
                .addObject()
                .put("id", "only")
                .putObject("content")
                .putObject("en")
                .put("subject", "Thank you")
                .put("text", "Thanks for the order. {links.unsubscribe}");
        return campaign;
    }

    private ObjectNode experiment() {
        ObjectNode experiment =
                Json.object().put("name", mark).put("hypothesis", "None.").put("flag", mark);
        for (String key : List.of("a", "b")) {
            experiment
                    .withArray("variations")
                    .addObject()
                    .put("key", key)
                    .put("weight", 0.5)
                    .put("value", key);
        }
        experiment.putArray("metrics").addObject().put("metric", "conversion").put("role", "goal");
        experiment.putObject("decision").put("method", "sequential").put("alpha", 0.05);
        return experiment;
    }

    private Call step(String client, String path, String step, JsonNode saved) {
        return Call.post(Part.CAMPAIGN, path + mark + "/steps", Json.object().put("step", step))
                .as(client)
                .header("If-Match", "\"r" + saved.path("revision").asText() + "\"");
    }

    private static Call put(Part part, String path, ObjectNode body) {
        return new Call("PUT", part, path, "demo", Json.write(body), Map.of("Content-Type", "application/json"));
    }

    /** So many people who do all of it. */
    void gather(int people) throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(() -> {
                act(newcomer());
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Boolean> done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }

    /** Somebody who consents and does nothing yet. */
    Shopper newcomer() {
        return target.shoppers().who("crowd", Shoppers.EVERYTHING);
    }

    /** One person does all of it. */
    void act(Shopper shopper) throws IOException, InterruptedException {
        target.shoppers().looksAt(shopper, mark);
        ObjectNode list = Json.object()
                .put("subject", shopper.pseudonym())
                .put("placement", "home")
                .put("size", 3)
                .put("logExposure", true);
        target.require(Call.post(Part.RECOMMENDER, "/v1/recommendations", list).as("storefront"));
        target.require(Storefront.decide("home", shopper.pseudonym(), List.of()));
        ObjectNode context = Json.object();
        context.putObject("context").put("targetingKey", shopper.pseudonym());
        target.require(Call.post(Part.CAMPAIGN, "/ofrep/v1/evaluate/flags/" + mark, context)
                .as("storefront"));
        Conversations.say(target, shopper.pseudonym(), "Where is my order?");
        ObjectNode order = Shoppers.track("Order Completed").put("userId", shopper.customer());
        ObjectNode bought = order.withObject("/properties")
                .put("order_id", shopper.customer())
                .put("total", CENTS / 100.0)
                .put("currency", "EUR");
        bought.putArray("products")
                .addObject()
                .put("product_id", mark)
                .put("price", CENTS / 100.0)
                .put("quantity", 1);
        Shoppers.until(() -> LinkAttacks.accepted(target.shoppers().browser(order)), "The door drops an order.");
    }
}
