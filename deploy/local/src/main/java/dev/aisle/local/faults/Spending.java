package dev.aisle.local.faults;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.platform.stored.CouponRows;
import dev.aisle.platform.stored.Deviation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Shoppers who redeem a coupon, more than its budget pays for. Each asks under the same id until the answer is yes or no. */
final class Spending {
    static final int LANES = 3;
    private static final String COUPON = "faults";
    private static final String CODE = "FAULTS2026";
    private static final int OFF = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final Duration PACE = Duration.ofMillis(700);
    private static final int SPENT = 409;

    private final ApiClient api;
    private final int affordable;
    private final AtomicInteger shoppers = new AtomicInteger();
    private final Set<String> won = ConcurrentHashMap.newKeySet();

    /**
     * A coupon of its own.
     *
     * @param affordable how many redemptions the budget pays for
     */
    Spending(ApiClient api, int affordable) {
        this.api = api;
        this.affordable = affordable;
    }

    /** Makes the coupon, with a budget that pays a cent less than one more. */
    void begin() {
        var coupon = Json.object().put("id", COUPON).put("codes", "SHARED").put("currency", "EUR");
        coupon.putObject("benefit").put("kind", "AMOUNT").put("amount", OFF);
        coupon.putObject("limits").put("budget", (affordable + 1L) * OFF - 1);
        api.require(Call.post(Part.CAMPAIGN, "/v1/coupons", coupon).as("marketer"));
        api.require(Call.post(
                        Part.CAMPAIGN,
                        "/v1/coupons/" + COUPON + "/codes",
                        Json.object().put("code", CODE))
                .as("marketer"));
    }

    void run(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            var id = "faults-" + shoppers.incrementAndGet();
            if (settled(reservation(id)).ok()
                    && settled(Call.post(
                                    Part.CAMPAIGN, "/v1/coupon-uses/" + id + "/redemption", "", "application/json"))
                            .ok()) {
                won.add(id);
            }
            Waiting.pause(PACE);
        }
    }

    private static Call reservation(String id) {
        var basket = Json.object().put("code", CODE).put("currency", "EUR").put("shipping", 0);
        basket.putArray("lines")
                .addObject()
                .put("productId", "tea")
                .put("quantity", 1)
                .put("price", 2_500);
        return new Call(
                "PUT",
                Part.CAMPAIGN,
                "/v1/coupon-uses/" + id,
                "demo",
                Json.write(basket),
                Map.of("Content-Type", "application/json"));
    }

    private Reply settled(Call call) {
        return Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> {
                    try {
                        return Optional.of(api.once(call)).filter(reply -> reply.ok() || reply.status() == SPENT);
                    } catch (CommandFailure e) {
                        return Optional.<Reply>empty();
                    }
                },
                () -> "A shopper never got an answer to " + call.path());
    }

    /** Compares the uses, the coupon and its code with what was won. */
    List<Deviation> stored(Connection campaign) throws SQLException {
        return CouponRows.compare(COUPON, won, OFF, campaign);
    }

    /** What was won, and what the coupon says of it. */
    SpentBudget spent() {
        var coupon = api.require(
                        Call.get(Part.CAMPAIGN, "/v1/coupons/" + COUPON).as("marketer"))
                .json();
        return new SpentBudget(
                (affordable + 1L) * OFF - 1,
                OFF,
                shoppers.get(),
                won.size(),
                coupon.path("redeemed").asLong(),
                coupon.path("reserved").asLong());
    }
}
