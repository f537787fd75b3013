package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A marketer prepares what the demo shop shows: the coupon of the welcome campaign, an experiment on the headline, sponsored products. */
public final class ShopWindowAct {
    /** The flag that the shop's first page asks for, and the experiment that decides it. */
    private static final String HEADLINE = "home-hero";

    private static final String ADVERTISER = "tidewater";
    private static final long BUDGET_CENTS = 200_000;
    private static final int BID_CENTS = 40;

    private final Story story;

    ShopWindowAct(Story story) {
        this.story = story;
    }

    /** The same without the rest of the demo: for a stack that a test has fed. */
    public static void prepare(ApiClient api, Progress progress, Collected data) {
        new ShopWindowAct(new Story(api, progress)).play(data);
    }

    void play(Collected data) {
        story.chapter("A marketer gives the shop a coupon, an experiment and an ad.");
        coupon();
        experiment();
        story.quietly(marketer("/v1/advertisers", advertiser()));
        ad(data, "Mugs", List.of("mugs", "coffee", "tea"), List.of("mug", "tea", "coffee", "杯子", "茶", "咖啡"));
        ad(data, "Lamps", List.of("lamps", "candles", "blankets"), List.of("lamp", "light", "灯"));
        story.say("Open the shop: beside each list stands why it is shown, and the panel shows each call.");
    }

    /** The code that the shipped campaign "welcome" names; anybody may type it. */
    private void coupon() {
        var coupon = Json.object().put("id", "welcome10").put("codes", "SHARED").put("currency", "EUR");
        coupon.putObject("benefit").put("kind", "PERCENT").put("percent", 10).put("most", 2_000);
        coupon.putObject("limits").put("budget", BUDGET_CENTS);
        story.show(marketer("/v1/coupons", coupon));
        // The second demo finds the code there.
        story.showAny(marketer("/v1/coupons/welcome10/codes", Json.object().put("code", "WELCOME10")));
    }

    private void experiment() {
        var there = story.showAny(
                Call.get(Part.CAMPAIGN, "/v1/experiments/" + HEADLINE).as("marketer"));
        if (there.ok()) {
            return;
        }
        put("/v1/flags/" + HEADLINE, Json.object().put("on", true).put("default", "classic"));
        put("/v1/experiments/" + HEADLINE, definition());
        story.show(
                marketer("/v1/experiments/" + HEADLINE + "/steps", Json.object().put("step", "start"))
                        .header("If-Match", "\"r1\""));
    }

    private static ObjectNode definition() {
        var experiment = Json.object()
                .put("name", "The headline of the first page")
                .put("hypothesis", "A headline that tells a story brings more people to an order.")
                .put("flag", HEADLINE);
        var variations = experiment.putArray("variations");
        for (var key : List.of("classic", "story")) {
            variations.addObject().put("key", key).put("weight", 0.5).put("value", key);
        }
        experiment.putArray("metrics").addObject().put("metric", "conversion").put("role", "goal");
        experiment.putObject("decision").put("method", "sequential").put("alpha", 0.05);
        return experiment;
    }

    private static ObjectNode advertiser() {
        return Json.object()
                .put("id", ADVERTISER)
                .put("name", "Tidewater")
                .put("currency", "EUR")
                .put("budget", BUDGET_CENTS)
                .put("dailyBudget", BUDGET_CENTS)
                .put("zone", "Europe/Berlin");
    }

    /** Sponsors the first product of a kind on the pages of some departments, and beside some words. */
    private void ad(Collected data, String kind, List<String> departments, List<String> words) {
        var product = data.products().stream()
                .filter(one -> one.path("category").asText().endsWith(kind))
                .filter(one -> one.path("brand").asText().equals("Tidewater"))
                .findFirst();
        product.ifPresent(one -> story.show(marketer("/v1/ads", advert(one, kind, departments, words))));
    }

    private static ObjectNode advert(JsonNode product, String kind, List<String> departments, List<String> words) {
        var ad = Json.object()
                .put("id", ADVERTISER + "-" + kind.toLowerCase(Locale.ROOT))
                .put("advertiser", ADVERTISER)
                .put("productId", product.path("productId").asText())
                .put("title", product.path("title").asText())
                .put("bid", BID_CENTS);
        ad.putArray("placements").add("department").add("search");
        departments.forEach(ad.putArray("categories")::add);
        words.forEach(ad.putArray("keywords")::add);
        return ad;
    }

    private void put(String path, ObjectNode body) {
        var call = new Call(
                "PUT", Part.CAMPAIGN, path, "marketer", Json.write(body), Map.of("Content-Type", "application/json"));
        story.show(call);
    }

    private static Call marketer(String path, ObjectNode body) {
        return Call.post(Part.CAMPAIGN, path, body).as("marketer");
    }
}
