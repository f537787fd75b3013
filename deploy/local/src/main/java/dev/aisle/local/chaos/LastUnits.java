package dev.aisle.local.chaos;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two processes of campaign-service, and 200 shoppers at a time who want the last of a coupon's budget, half of them at each. */
public final class LastUnits {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SECOND_PORT_ABOVE = 20;
    private static final int SHOPPERS = 200;
    private static final int OFF = 999;
    private static final int EACH_TOLD = 50;

    private final Layout layout;
    private final Progress progress;
    private final int rounds;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Runs in a home of its own.
     *
     * @param rounds how many coupons
     */
    public LastUnits(Layout layout, Progress progress, int rounds) {
        this.layout = layout;
        this.progress = progress;
        this.rounds = rounds;
    }

    /**
     * What was counted.
     *
     * @param won redemptions that were answered with yes: one a round
     * @param wrong rounds in which not exactly one won, or of which another sum was spent
     * @param others answers that were neither yes nor a refusal because the budget is spent
     */
    public record Found(int rounds, int won, int wrong, int others) {
        /** Whether all is as it must be. */
        public boolean clean() {
            return won == rounds && wrong == 0 && others == 0;
        }
    }

    /** Tries. */
    public Found run() throws InterruptedException {
        var stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        var port = layout.ports().http(Part.CAMPAIGN).getPort() + SECOND_PORT_ABOVE;
        try (var second = Victim.instance(layout, Part.CAMPAIGN, "campaign-service-2", port, Map.of());
                var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN));
            second.start("");
            if (!second.awaitReady(PATIENCE)) {
                throw new CommandFailure("The second process did not start.");
            }
            var replicas = List.of(layout.ports().http(Part.CAMPAIGN), URI.create("http://127.0.0.1:" + port));
            return tried(replicas, shoppers);
        } finally {
            stack.down();
            stack.wipe();
        }
    }

    private Found tried(List<URI> replicas, ExecutorService shoppers) throws InterruptedException {
        var api = new ApiClient(layout.ports());
        var won = 0;
        var wrong = 0;
        var others = 0;
        for (var round = 1; round <= rounds; round++) {
            make(api, round);
            var answers = atOnce(replicas, shoppers, api, round);
            var yes = (int) answers.stream().filter(status -> status == 200).count();
            won += yes;
            others += (int) answers.stream()
                    .filter(status -> status != 200 && status != 409)
                    .count();
            var coupon = api.require(
                            Call.get(Part.CAMPAIGN, "/v1/coupons/last-" + round).as("marketer"))
                    .json();
            var right = yes == 1
                    && coupon.path("redeemed").asLong() == OFF
                    && coupon.path("reserved").asLong() == 0;
            wrong += right ? 0 : 1;
            if (!right) {
                progress.say("round " + round + ": " + yes + " won, " + coupon);
            }
            if (round % EACH_TOLD == 0) {
                progress.step(round + " of " + rounds + " rounds, " + wrong + " wrong");
            }
        }
        return new Found(rounds, won, wrong, others);
    }

    /** 9.99 off of a budget of 19.97: a second one would cost a cent more than there is. */
    private static void make(ApiClient api, int round) {
        var coupon =
                Json.object().put("id", "last-" + round).put("codes", "SHARED").put("currency", "EUR");
        coupon.putObject("benefit").put("kind", "AMOUNT").put("amount", OFF);
        coupon.putObject("limits").put("budget", 2 * OFF - 1);
        api.require(Call.post(Part.CAMPAIGN, "/v1/coupons", coupon).as("marketer"));
        api.require(Call.post(
                        Part.CAMPAIGN,
                        "/v1/coupons/last-" + round + "/codes",
                        Json.object().put("code", code(round)))
                .as("marketer"));
    }

    private static String code(int round) {
        return "LAST" + (1_000_000 + round);
    }

    private List<Integer> atOnce(List<URI> replicas, ExecutorService shoppers, ApiClient api, int round)
            throws InterruptedException {
        List<Future<Integer>> asked = new ArrayList<>();
        for (var shopper = 0; shopper < SHOPPERS; shopper++) {
            var id = "last-" + round + "-" + shopper;
            var replica = replicas.get(shopper % replicas.size());
            asked.add(shoppers.submit(() -> redeem(api, replica, id, code(round))));
        }
        List<Integer> answers = new ArrayList<>();
        for (var one : asked) {
            try {
                answers.add(one.get());
            } catch (ExecutionException e) {
                throw new CommandFailure("A shopper got no answer: " + e.getCause(), e);
            }
        }
        return answers;
    }

    /** Reserves and redeems; the status of the last answer. */
    private int redeem(ApiClient api, URI replica, String id, String code) throws IOException, InterruptedException {
        var basket = Json.object().put("code", code).put("currency", "EUR").put("shipping", 0);
        basket.putArray("lines")
                .addObject()
                .put("productId", "tea")
                .put("quantity", 1)
                .put("price", 2_500);
        var reserved = send(api, replica, "PUT", "/v1/coupon-uses/" + id, Json.write(basket));
        return reserved == 200 || reserved == 201
                ? send(api, replica, "POST", "/v1/coupon-uses/" + id + "/redemption", "")
                : reserved;
    }

    private int send(ApiClient api, URI replica, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(replica.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", api.authorization(Call.get(Part.CAMPAIGN, path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
