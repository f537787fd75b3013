package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Mistakes of a client that must be told instead of guessed over. */
final class LoudAttacks {
    private static final int GUESSES = 300;
    private static final int AT_ONCE = 50;
    /** Twice the misses that a client has in a minute: another minute may begin meanwhile. */
    private static final int MOST_ANSWERED = 120;

    private LoudAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("unknown-fields", "Unknown fields are refused by every service", LoudAttacks::unknownFields),
                new Attack(
                        "unknown-placements",
                        "A placement that nobody has declared is refused",
                        LoudAttacks::unknownPlacements),
                new Attack(
                        "broken-amounts",
                        "Amounts that are no whole minor units are refused",
                        LoudAttacks::brokenAmounts),
                // The storefront has to wait with coupons afterwards: whoever used one beside it would wait too.
                new Attack(
                        "coupon-guessing",
                        "Guessing coupon codes is slowed down",
                        Attack.Order.ALONE_AT_THE_END,
                        LoudAttacks::couponGuessing));
    }

    private static AttackResult unknownFields(Target target) {
        Shopper shopper = target.shoppers().who("careless", List.of("personalization"));
        ObjectNode subject = Json.object().put("subject", shopper.pseudonym());
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "a list with placment",
                Call.post(
                        Part.RECOMMENDER,
                        "/v1/recommendations",
                        subject.deepCopy().put("placment", "home")));
        calls.put(
                "a decision with an unknown field",
                Call.post(
                        Part.CAMPAIGN,
                        "/v1/placements/home/decisions",
                        subject.deepCopy().put("cartt", "mug")));
        calls.put(
                "profiles with an unknown field",
                Call.post(Part.PROFILE, "/v1/profiles/search", Json.object().put("pseudonymz", "x")));
        calls.put(
                "pseudonyms with an unknown field",
                Call.post(Part.INGEST, "/v1/pseudonyms", Json.object().put("subjectz", "x")));
        calls.put("a product with a misspelt price", product("\"prise\":12.9"));
        calls.put(
                "a consent with an unknown field",
                Call.post(Part.PRIVACY, "/v1/consents", Json.object().put("subjekt", "x")));
        return AttackResult.of(taken(target, calls), calls.size() + " mistakes at five services");
    }

    private static Call product(String field) {
        return new Call(
                "PUT",
                Part.INGEST,
                "/v1/products/" + Target.unique("loud"),
                "storefront",
                "{\"title\":\"Mug\"," + field + "}",
                Map.of("Content-Type", "application/json"));
    }

    private static AttackResult unknownPlacements(Target target) {
        Shopper shopper = target.shoppers().who("careless", List.of("personalization"));
        ObjectNode subject = Json.object().put("subject", shopper.pseudonym());
        ObjectNode ad = Json.object()
                .put("id", "misplaced")
                .put("advertiser", "nobody")
                .put("productId", "mug")
                .put("title", "A mug")
                .put("bid", 10);
        ad.putArray("placements").add("hoem");
        ad.putArray("keywords").add("mug");
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "a list",
                Call.post(
                                Part.RECOMMENDER,
                                "/v1/recommendations",
                                subject.deepCopy().put("placement", "hoem"))
                        .as("storefront"));
        calls.put(
                "a decision",
                Call.post(Part.CAMPAIGN, "/v1/placements/hoem/decisions", subject)
                        .as("storefront"));
        calls.put(
                "ads",
                Call.post(
                                Part.CAMPAIGN,
                                "/v1/placements/hoem/ads",
                                Json.object().put("currency", "EUR"))
                        .as("storefront"));
        calls.put("an ad of a marketer", Call.post(Part.CAMPAIGN, "/v1/ads", ad).as("marketer"));
        calls.put(
                "figures",
                Call.get(Part.RECOMMENDER, "/v1/feedback?placement=hoem").as("marketer"));
        List<String> taken = new ArrayList<>();
        calls.forEach((what, call) -> {
            Reply reply = target.send(call);
            if (reply.status() != 400 || !reply.body().contains("Did you mean home?")) {
                taken.add(what + " for hoem: " + reply.status());
            }
        });
        return AttackResult.of(taken, String.join(", ", calls.keySet()));
    }

    private static List<String> taken(Target target, Map<String, Call> calls) {
        List<String> taken = new ArrayList<>();
        calls.forEach((what, call) -> {
            Reply reply = target.send(call.as("storefront"));
            if (reply.status() != 400 && reply.status() != 404 && reply.status() != 422) {
                taken.add(what + ": " + reply.status());
            }
        });
        return taken;
    }

    private static AttackResult brokenAmounts(Target target) {
        Shopper shopper = target.shoppers().who("haggles", List.of("personalization"));
        List<String> taken = new ArrayList<>();
        for (String price : List.of("10.5", "\"10\"", "1e400", "-1", "true", "null")) {
            String body = "{\"code\":\"HELLO10\",\"subject\":\"" + shopper.pseudonym() + "\",\"currency\":\"EUR\","
                    + "\"lines\":[{\"productId\":\"mug\",\"quantity\":1,\"price\":" + price + "}]}";
            Reply reply = target.send(Call.post(Part.CAMPAIGN, "/v1/coupon-checks", body, "application/json")
                    .as("storefront"));
            if (reply.status() != 400) {
                taken.add("price " + price + ": " + reply.status());
            }
        }
        taken.addAll(taken(
                target,
                Map.of(
                        "a product of 10.005 EUR", product("\"price\":10.005,\"currency\":\"EUR\""),
                        "a product of 10.5 JPY", product("\"price\":10.5,\"currency\":\"JPY\""))));
        return AttackResult.of(taken, "six prices of a basket and two of a product that are none");
    }

    private static AttackResult couponGuessing(Target target) throws InterruptedException, ExecutionException {
        Shopper shopper = target.shoppers().who("guesses", List.of("personalization"));
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < GUESSES; i++) {
            String body = "{\"code\":\"GUESS" + i + "\",\"subject\":\"" + shopper.pseudonym()
                    + "\",\"currency\":\"EUR\",\"lines\":[{\"productId\":\"mug\",\"quantity\":1,\"price\":1000}]}";
            guesses.add(() -> target.api()
                    .once(Call.post(Part.CAMPAIGN, "/v1/coupon-checks", body, "application/json")
                            .as("storefront"))
                    .status());
        }
        int answered = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Integer> status : threads.invokeAll(guesses)) {
                answered += status.get() == 429 ? 0 : 1;
            }
        }
        String told = answered + " of " + GUESSES + " guesses, " + AT_ONCE + " at once, were answered";
        return answered <= MOST_ANSWERED ? AttackResult.held(told) : AttackResult.broken(told);
    }
}
