package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Attacks on money: the last of a budget, taken by many at once. */
final class CouponAttacks {
    private static final int AT_ONCE = 16;

    private CouponAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "last-of-a-budget",
                "Of many who take the last of a coupon's budget at once exactly one gets it",
                CouponAttacks::lastOfBudget));
    }

    private static AttackResult lastOfBudget(Target target) throws InterruptedException, ExecutionException {
        String id = Target.unique("last");
        String code = "LAST" + Long.toString(System.nanoTime() % 1_000_000, 36).toUpperCase(Locale.ROOT);
        ObjectNode coupon = Json.object().put("id", id).put("codes", "SHARED").put("currency", "EUR");
        coupon.putObject("benefit").put("kind", "AMOUNT").put("amount", 500);
        coupon.putObject("conditions").put("from", "2026-01-01T00:00:00Z").put("until", "2099-01-01T00:00:00Z");
        coupon.putObject("limits").put("budget", 500).put("usesPerPerson", 1);
        target.require(Call.post(Part.CAMPAIGN, "/v1/coupons", coupon).as("marketer"));
        target.require(Call.post(
                        Part.CAMPAIGN,
                        "/v1/coupons/" + id + "/codes",
                        Json.object().put("code", code))
                .as("marketer"));
        List<Callable<Integer>> takers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Shopper shopper = target.shoppers().who("taker", List.of("personalization"));
            takers.add(() -> reserve(target, code, shopper).status());
        }
        int won = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(takers)) {
                won += answer.get() < 300 ? 1 : 0;
            }
        }
        return won == 1
                ? AttackResult.held(AT_ONCE + " at once, one got it")
                : AttackResult.broken(won + " of " + AT_ONCE + " got the last of the budget");
    }

    private static Reply reserve(Target target, String code, Shopper shopper) {
        ObjectNode body = Json.object()
                .put("code", code)
                .put("subject", shopper.pseudonym())
                .put("currency", "EUR");
        body.putArray("lines")
                .addObject()
                .put("productId", "mug")
                .put("quantity", 1)
                .put("price", 1000);
        return target.send(new Call(
                "PUT",
                Part.CAMPAIGN,
                "/v1/coupon-uses/" + Target.unique("use"),
                "storefront",
                Json.write(body),
                Map.of("Content-Type", "application/json")));
    }
}
